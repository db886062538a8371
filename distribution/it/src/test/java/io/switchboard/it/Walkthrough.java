package io.switchboard.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands of a page, which readers copy, and what the page says that they print: the fenced blocks of {@code sh tutorial}, and those of
 * {@code text tutorial} behind them.
 */
final class Walkthrough {
    private static final String MARK = "-- step ";

    /** A block of commands, and the lines of which each has to be in what it prints. */
    record Step(String commands, List<String> prints) {}

    private final List<Step> steps = new ArrayList<>();

    static Walkthrough of(Path page) throws IOException {
        Walkthrough walk = new Walkthrough();
        StringBuilder block = new StringBuilder();
        String kind = "";
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("```")) {
                walk.add(kind, block.toString());
                kind = kind.isEmpty() ? line.substring(3).strip() + " " : "";
                block.setLength(0);
            } else if (!kind.isEmpty()) {
                block.append(line).append('\n');
            }
        }
        return walk;
    }

    private void add(String kind, String block) {
        if (kind.equals("sh tutorial ")) {
            steps.add(new Step(block, new ArrayList<>()));
        } else if (kind.equals("text tutorial ")) {
            block.lines()
                    .map(String::strip)
                    .filter(line -> !line.equals("…"))
                    .forEach(steps.get(steps.size() - 1).prints()::add);
        }
    }

    int size() {
        return steps.size();
    }

    /** All commands as one script, which says where each block begins. */
    String script() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            script.append("echo '")
                    .append(MARK)
                    .append(i)
                    .append("'\n")
                    .append(steps.get(i).commands());
        }
        return script.toString();
    }

    /** What the page promises and the script did not print. */
    List<String> missing(String said) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            int from = said.indexOf(MARK + i + "\n");
            int to = said.indexOf(MARK + (i + 1) + "\n");
            String part = from < 0 ? "" : said.substring(from, to < 0 ? said.length() : to);
            for (String line : steps.get(i).prints()) {
                if (!part.contains(line)) {
                    missing.add("step " + i + ": " + line);
                }
            }
        }
        return missing;
    }
}
