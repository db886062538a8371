package io.switchboard.core.internal.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A strict reader of the text format 0.0.4: what Prometheus or promtool would refuse or complain of, it refuses. */
final class PrometheusParser {
    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") (.+)");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary|untyped)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");
    private static final Pattern SAMPLE = Pattern.compile("(" + NAME + ")(?:\\{(.*)})? (\\S+)");
    private static final Pattern VALUE = Pattern.compile("[+-]Inf|NaN|-?\\d+(\\.\\d+)?(E-?\\d+)?");

    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Map<String, Double> lastBucket = new LinkedHashMap<>();
    private final Set<String> metrics = new HashSet<>();
    private String metric = "";
    private String type = "";

    /** The samples, by name and labels as they stand there. */
    static Map<String, Double> parse(String text) {
        PrometheusParser parser = new PrometheusParser();
        assertTrue(text.endsWith("\n"), "the last line ends");
        String help = "";
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            Matcher helpLine = HELP.matcher(line);
            Matcher typeLine = TYPE.matcher(line);
            if (helpLine.matches()) {
                help = helpLine.group(1);
            } else if (typeLine.matches()) {
                parser.begin(help, typeLine.group(1), typeLine.group(2));
            } else {
                parser.sample(line);
            }
        }
        return parser.samples;
    }

    private void begin(String help, String name, String newType) {
        assertEquals(help, name, "HELP stands before TYPE");
        assertTrue(metrics.add(name), () -> name + " comes once");
        assertEquals(newType.equals("counter"), name.endsWith("_total"), () -> name + ": counters end with _total");
        metric = name;
        type = newType;
    }

    private void sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        assertTrue(sample.matches(), line);
        String name = sample.group(1);
        assertTrue(VALUE.matcher(sample.group(3)).matches(), line);
        double value = Double.parseDouble(sample.group(3).replace("Inf", "Infinity"));
        Map<String, String> labels = labels(sample.group(2) == null ? "" : sample.group(2));
        if (type.equals("histogram")) {
            histogram(name, labels, value);
        } else {
            assertEquals(metric, name);
        }
        assertTrue(samples.put(line.substring(0, line.lastIndexOf(' ')), value) == null, () -> line + " comes once");
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new LinkedHashMap<>();
        Matcher label = LABEL.matcher(text);
        int at = 0;
        while (at < text.length()) {
            assertTrue(label.find(at) && label.start() == at, text);
            assertTrue(labels.put(label.group(1), label.group(2)) == null, text);
            at = label.end();
        }
        assertTrue(!text.endsWith(","), text);
        return labels;
    }

    private void histogram(String name, Map<String, String> labels, double value) {
        String le = labels.remove("le");
        String series = labels.toString();
        if (name.equals(metric + "_bucket")) {
            assertTrue(value >= lastBucket.getOrDefault(series, 0.0), () -> "buckets are cumulative: " + series);
            lastBucket.put(series, value);
        } else if (name.equals(metric + "_count")) {
            assertEquals(lastBucket.get(series), value, () -> "the last bucket is the count: " + series);
        } else {
            assertEquals(metric + "_sum", name);
        }
        assertEquals(name.endsWith("_bucket"), le != null);
    }
}
