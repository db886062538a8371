package io.switchboard.connector.testkit;

import java.util.ArrayList;
import java.util.List;

/** Collects what a test finds wrong, to be told at once. Not for several threads. */
final class Faults {
    private final List<String> found = new ArrayList<>();

    void add(String place, String what) {
        found.add(place + ": " + what);
    }

    /** Fails the test where anything was found. */
    void requireNone(String title) {
        if (!found.isEmpty()) {
            throw new AssertionError(title + "\n  - "
                    + String.join("\n  - ", found.stream().distinct().toList()));
        }
    }
}
