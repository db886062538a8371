package io.switchboard.core.internal.bind;

import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.internal.mask.HandleValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One reading of arguments: where it stands, and what it found wrong. Not for several threads. */
final class Reading {
    private static final int MOST_FAULTS = 50;

    private final List<ArgumentFault> faults = new ArrayList<>(0);
    private final StringBuilder path = new StringBuilder();
    private final Optional<String> boundCustomer;
    private final HandleValues handles;
    private final boolean strict;

    private Reading(Optional<String> boundCustomer, HandleValues handles, boolean strict) {
        this.boundCustomer = boundCustomer;
        this.handles = handles;
        this.strict = strict;
    }

    /** A reading of what a caller sent: what is unknown or out of bounds is a fault. */
    static Reading ofArguments(Optional<String> boundCustomer, HandleValues handles) {
        return new Reading(boundCustomer, handles, true);
    }

    /** A reading of what the hub itself wrote, perhaps with an older version of the connector. */
    static Reading ofRecorded() {
        return new Reading(Optional.empty(), HandleValues.NONE, false);
    }

    boolean strict() {
        return strict;
    }

    HandleValues handles() {
        return handles;
    }

    Optional<String> boundCustomer() {
        return boundCustomer;
    }

    List<ArgumentFault> faults() {
        return faults;
    }

    int enter(String member) {
        int before = path.length();
        if (before > 0) {
            path.append('.');
        }
        path.append(member);
        return before;
    }

    int enter(int index) {
        int before = path.length();
        path.append('[').append(index).append(']');
        return before;
    }

    void leave(int before) {
        path.setLength(before);
    }

    void fault(String fault, Text expected) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new ArgumentFault(path.toString(), fault, expected));
        }
    }
}
