package io.switchboard.core.internal.audit.tool;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;

/**
 * {@code audit verify} and {@code audit export}, over the files, whether a hub runs or not. The launcher finds it as a tool of the platform
 * named {@code audit}; the last argument is the folder of the segments.
 */
public final class AuditTool implements ToolProvider {
    static final int WHOLE = 0;
    static final int FAILED = 1;
    static final int NOT_WHOLE = 5;
    static final int USAGE = 64;

    private final Texts texts;

    /** In the language of the process. */
    public AuditTool() {
        this(Locale.getDefault());
    }

    AuditTool(Locale locale) {
        texts = new Texts(locale);
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        List<String> words = Arrays.asList(arguments);
        if (words.size() < 2) {
            return usage(err, texts.get("usage"));
        }
        Path folder = Path.of(words.get(words.size() - 1));
        List<String> options = words.subList(1, words.size() - 1);
        if (!Files.isDirectory(folder)) {
            err.println(texts.get("folder.missing", folder));
            return FAILED;
        }
        try {
            return switch (words.get(0)) {
                case "verify" -> new Verify(texts, out).run(folder, Options.read(options, Verify.OPTIONS));
                case "export" -> new Export(out).run(folder, Options.read(options, Export.OPTIONS));
                default -> usage(err, texts.get("usage"));
            };
        } catch (WrongOption e) {
            return usage(err, texts.get(e.text(), e.option()) + "\n" + texts.get("usage"));
        } catch (IOException e) {
            err.println(texts.get("failed", String.valueOf(e.getMessage())));
            return FAILED;
        } finally {
            out.flush();
        }
    }

    private static int usage(PrintWriter err, String text) {
        err.println(text);
        return USAGE;
    }
}
