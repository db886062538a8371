package io.switchboard.launcher.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * {@code audit verify} and {@code audit export}: hands on to the tool of that name in core, which lies among the bundles and not on the class
 * path of the process.
 */
public final class AuditCommand {
    private static final int FAILED = 1;
    private static final String NAME = "audit";

    private AuditCommand() {}

    public static void main(String[] arguments) throws IOException, URISyntaxException {
        // What the tool has to say it says itself.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.exit(run(system(), Command.home().resolve("data").resolve("audit"), List.of(arguments)));
    }

    private static int run(Path system, Path folder, List<String> arguments) throws IOException {
        PrintWriter out = writer(System.out);
        PrintWriter err = writer(System.err);
        try (URLClassLoader bundles = new URLClassLoader(jars(system), AuditCommand.class.getClassLoader())) {
            String[] words = Stream.concat(arguments.stream(), Stream.of(folder.toString()))
                    .toArray(String[]::new);
            for (ToolProvider tool : ServiceLoader.load(ToolProvider.class, bundles)) {
                if (tool.name().equals(NAME)) {
                    return tool.run(out, err, words);
                }
            }
            err.println(system + ": io.switchboard.core is not there");
            return FAILED;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    /** Core; what it reads and writes JSON with is on the class path. */
    private static URL[] jars(Path system) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(system, "io.switchboard.core-*.jar")) {
            for (Path jar : files) {
                jars.add(jar.toUri().toURL());
            }
        }
        return jars.toArray(URL[]::new);
    }

    // The launcher lies in lib/ of the distribution, beside system/.
    private static Path system() throws URISyntaxException {
        Path jar = Path.of(AuditCommand.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return jar.toAbsolutePath().resolveSibling("../system").normalize();
    }
}
