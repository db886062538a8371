package io.switchboard.core.internal.reader;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a connector, so that its author hears of everything at once. Not for several threads. */
public final class Mistakes {
    private final List<String> found = new ArrayList<>();

    /** Notes one, with the class and member it is at. */
    void add(String place, String what) {
        found.add(place + ": " + what);
    }

    /** All of them, in the order in which they were found; once each, however often a record is used that has one. */
    public List<String> all() {
        return found.stream().distinct().toList();
    }

    int count() {
        return found.size();
    }
}
