package io.switchboard.launcher.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
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

/**
 * A tool that one of the hub's own bundles brings, which lies in {@code system/} and not on the class path of the process. What it
 * reads and writes JSON with does.
 *
 * @param bundle the symbolic name of the bundle
 * @param name of the tool
 */
record BundledTool(String bundle, String name) {
    private static final int FAILED = 1;

    /** Runs it on the standard streams; what the process ends with. */
    int run(List<String> arguments) throws IOException {
        // What the tool has to say it says itself.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        Path system = Distribution.folder().resolve("system");
        PrintWriter out = writer(System.out);
        PrintWriter err = writer(System.err);
        try (URLClassLoader bundles = new URLClassLoader(jars(system), BundledTool.class.getClassLoader())) {
            for (ToolProvider tool : ServiceLoader.load(ToolProvider.class, bundles)) {
                if (tool.name().equals(name)) {
                    return tool.run(out, err, arguments.toArray(String[]::new));
                }
            }
            err.println(system + ": " + bundle + " is not there");
            return FAILED;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    private URL[] jars(Path system) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(system, bundle + "-*.jar")) {
            for (Path jar : files) {
                jars.add(jar.toUri().toURL());
            }
        }
        return jars.toArray(URL[]::new);
    }
}
