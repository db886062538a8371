package io.switchboard.core.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks through an audit in parts, each with an end to how long it takes. */
public final class AuditSearch {
    private static final int BATCH = 1_000;

    private final AuditTrail trail;
    private final AuditFilter filter;
    private final List<AuditRecord> found = new ArrayList<>();
    private boolean past;

    private AuditSearch(AuditTrail trail, AuditFilter filter) {
        this.trail = trail;
        this.filter = filter;
    }

    /**
     * A part of what was found. Immutable.
     *
     * @param found the records, in the order in which they were written
     * @param next where to go on; empty where there is nothing more. Also there where nothing was found in the time that was given
     */
    public record Part(List<AuditRecord> found, Optional<AuditPosition> next) {
        /** Copies the list. */
        public Part {
            found = List.copyOf(found);
        }
    }

    /**
     * Looks for the next records.
     *
     * @param from where the part before ended; empty at first
     * @param most the most records to find
     * @param longest when to stop, found or not; it is passed by a thousand records at most
     * @throws IOException when the audit cannot be read
     */
    public static Part of(
            AuditTrail trail, AuditFilter filter, Optional<AuditPosition> from, int most, Duration longest)
            throws IOException {
        AuditPosition begin = from.isPresent() ? from.get() : trail.since(filter.from());
        return new AuditSearch(trail, filter).run(begin, most, longest);
    }

    private Part run(AuditPosition begin, int most, Duration longest) throws IOException {
        long end = System.nanoTime() + longest.toNanos();
        AuditPosition place = begin;
        while (true) {
            AuditPosition behind = trail.scan(place, BATCH, entry -> take(entry, most));
            if (past || behind.equals(place)) {
                return new Part(found, Optional.empty());
            }
            place = behind;
            if (found.size() == most || System.nanoTime() >= end) {
                return new Part(found, Optional.of(place));
            }
        }
    }

    private boolean take(AuditRecord entry, int most) {
        past = filter.isPast(entry);
        if (!past && filter.test(entry)) {
            found.add(entry);
        }
        return !past && found.size() < most;
    }
}
