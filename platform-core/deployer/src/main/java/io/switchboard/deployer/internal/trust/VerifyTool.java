package io.switchboard.deployer.internal.trust;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;

/**
 * {@code verify FILE FOLDER}: what a hub that trusts the certificates of that folder would say to the file. Ends with 0, 1 (not trusted, or not
 * to be read) or 64.
 */
public final class VerifyTool implements ToolProvider {
    private static final int REFUSED = 1;
    private static final int USAGE = 64;

    private final boolean chinese = Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        if (arguments.length != 2) {
            err.println(
                    chinese
                            ? "用法：switchboard verify 文件 [--trusted 目录]"
                            : "Usage: switchboard verify FILE [--trusted FOLDER]");
            return USAGE;
        }
        Path file = Path.of(arguments[0]);
        TrustedFolder folder = TrustedFolder.read(Path.of(arguments[1]));
        for (String mistake : folder.mistakes()) {
            err.println(mistake);
        }
        try {
            if (!Files.isRegularFile(file)) {
                err.println((chinese ? "没有此文件：" : "There is no file ") + file);
                return REFUSED;
            }
            Signature signature = SignedJar.verify(file, folder.trusted(), Instant.now());
            List<String> words = chinese
                    ? List.of("可信：", "全部内容的签名者：", "有效期至 ")
                    : List.of("trusted: ", "all of it is signed by ", "valid until ");
            out.println(words.get(0) + file.getFileName());
            out.println("  " + words.get(1) + signature.name());
            out.println("  " + words.get(2) + signature.until() + "  SHA-256 " + signature.fingerprint());
            return 0;
        } catch (Untrusted e) {
            err.println((chinese ? "不可信：" : "not trusted: ") + file.getFileName() + ": " + (chinese ? e.zh() : e.en()));
            return REFUSED;
        } catch (IOException e) {
            err.println((chinese ? "不是完整的 jar：" : "not a whole jar: ") + file + ": " + e.getMessage());
            return REFUSED;
        }
    }
}
