package io.switchboard.bench.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes the results of JMH into the page. Options: {@code --results CSV --report FILE --version TEXT}. */
public final class JmhPage {
    private static final Pattern COMMA = Pattern.compile(",");

    private JmhPage() {}

    /** Reads the file that JMH wrote and replaces the section. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments);
        List<String> lines = Files.readAllLines(options.path("results"));
        StringBuilder out =
                new StringBuilder("Measured: " + Machine.described(options.get("version")) + "; load average "
                        + Machine.load() + " after.\n\n| benchmark | µs | ± (99.9 %) |\n| --- | --- | --- |\n");
        // "Benchmark","Mode","Threads","Samples","Score","Score Error (99.9%)","Unit"
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = COMMA.splitAsStream(line.replace("\"", "")).toList();
            String name = cells.get(0).replaceFirst("^.*\\.(\\w+)Benchmark\\.", "$1: ");
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f |\n",
                    name,
                    Double.parseDouble(cells.get(4)),
                    Double.parseDouble(cells.get(5))));
        }
        new Page(options.path("report")).replace("jmh", out.toString());
    }
}
