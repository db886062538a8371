package io.switchboard.bench.drive;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The median of several rounds. */
final class Median {
    private Median() {}

    static <T> double of(Collection<T> rounds, ToDoubleFunction<T> measure) {
        double[] sorted = rounds.stream().mapToDouble(measure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
