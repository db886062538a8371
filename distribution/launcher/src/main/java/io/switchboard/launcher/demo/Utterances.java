package io.switchboard.launcher.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** What customers say: utterances of public collections, word for word. */
final class Utterances {
    private final List<Utterance> all;
    private final RandomGenerator random;

    /**
     * One of them.
     *
     * @param collection the collection it is from
     * @param label what it is about, as that collection has it
     * @param words the words
     */
    record Utterance(String collection, String label, String words) {}

    private Utterances(List<Utterance> all, RandomGenerator random) {
        this.all = all;
        this.random = random;
    }

    /** Reads those that are shipped. */
    static Utterances shipped(RandomGenerator random) throws IOException {
        try (InputStream in = Objects.requireNonNull(Utterances.class.getResourceAsStream("utterances.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Utterances(
                    lines.lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("\t", 4))
                            .map(columns -> new Utterance(columns[0], columns[1], columns[3]))
                            .toList(),
                    random);
        }
    }

    /** Any of those about something. */
    Utterance about(String label) {
        List<Utterance> fitting =
                all.stream().filter(each -> each.label().equals(label)).toList();
        return fitting.get(random.nextInt(fitting.size()));
    }
}
