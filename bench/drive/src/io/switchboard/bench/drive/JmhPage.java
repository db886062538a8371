package io.switchboard.bench.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Writes the results of JMH into the page. Options: {@code --results CSV --report FILE --version TEXT}. */
public final class JmhPage {
    private static final Pattern COMMA = Pattern.compile(",");

    private final Map<String, Score> scores = new TreeMap<>();

    private JmhPage() {}

    /** In microseconds. */
    private record Score(double micros, double error) {}

    /** Reads the file that JMH wrote and replaces the section. */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.of(arguments);
        JmhPage page = new JmhPage();
        page.read(options.path("results"));
        new Page(options.path("report")).replace("jmh", page.text(options.get("version")));
    }

    /** Lines of {@code "Benchmark","Mode","Threads","Samples","Score","Score Error (99.9%)","Unit"}. */
    private void read(Path results) throws IOException {
        List<String> lines = Files.readAllLines(results);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = COMMA.splitAsStream(line.replace("\"", "")).toList();
            String name = cells.get(0).replaceFirst("^.*\\.(\\w+)Benchmark\\.", "$1: ");
            double unit = switch (cells.get(6)) {
                case "us/op" -> 1;
                case "ns/op" -> 0.001;
                default -> throw new IOException(name + " is measured in " + cells.get(6));
            };
            scores.put(
                    name, new Score(unit * Double.parseDouble(cells.get(4)), unit * Double.parseDouble(cells.get(5))));
        }
    }

    private String text(String version) throws IOException {
        StringBuilder out = new StringBuilder("Measured: " + Machine.described(version) + "; load average "
                + Machine.load() + " after.\n\n| benchmark | µs | ± (99.9 %) |\n| --- | --- | --- |\n");
        scores.forEach((name, score) ->
                out.append(String.format(Locale.ROOT, "| %s | %.2f | %.2f |\n", name, score.micros(), score.error())));
        out.append("\n| what | µs | should be at most |\n| --- | --- | --- |\n");
        row(
                out,
                "all of security with a known token, over the pipeline without",
                over("Security: with", "without"),
                15);
        row(
                out,
                "a token that was not seen before, over its bare signature",
                over("Token: firstSeen", "signature"),
                20);
        double scanning = scores.entrySet().stream()
                .filter(each -> each.getKey().startsWith("FreeText: "))
                .mapToDouble(each -> each.getValue().micros())
                .max()
                .orElseThrow();
        row(out, "100 characters of free text, the slowest", scanning, 1);
        return out.toString();
    }

    private double over(String name, String bare) throws IOException {
        String other = name.substring(0, name.indexOf(' ') + 1) + bare;
        if (!scores.containsKey(name) || !scores.containsKey(other)) {
            throw new IOException("there is no result of " + name + " or of " + other);
        }
        return scores.get(name).micros() - scores.get(other).micros();
    }

    private static void row(StringBuilder out, String what, double micros, int most) {
        out.append(String.format(Locale.ROOT, "| %s | %.2f | %d |\n", what, micros, most));
    }
}
