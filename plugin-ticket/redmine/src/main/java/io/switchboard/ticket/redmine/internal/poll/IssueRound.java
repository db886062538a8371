package io.switchboard.ticket.redmine.internal.poll;

import io.switchboard.connector.event.Event;
import io.switchboard.poll.Place;
import io.switchboard.poll.Round;
import io.switchboard.ticket.redmine.internal.api.Issue;
import io.switchboard.ticket.redmine.internal.api.IssuePage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what changed since the last time, and tells of it. Redmine's times are of one second, are set before a change is committed, and are
 * not our clock's: so it is asked from some time before the last change that was seen, and what comes again is told apart by its key. Its
 * clock may be set back, too, and then changes come from before those that were seen; so it is asked now and then from long before. For
 * one thread.
 */
public final class IssueRound implements Round {
    private static final Duration OVERLAP = Duration.ofSeconds(30);
    /** So that the first overlap reaches back to what came behind the last change, and to none before. */
    private static final Duration BEGIN = OVERLAP.plusSeconds(1);

    /** So much a clock may be set back. */
    private static final Duration FAR = Duration.ofMinutes(15);
    /** How many rounds there are from one that looks so far back to the next. */
    static final int FAR_EVERY = 12;

    private static final int MOST_PAGES = 20;
    /** An issue may change once more within the second that it was read in; then it is no other by its time. */
    private static final int READINGS = 3;

    private final Source source;
    private final Place place;
    private Map<Long, Reading> read = new HashMap<>();
    private Optional<Instant> rest = Optional.empty();
    private int rounds;

    private record Reading(Instant updatedOn, int times) {}

    /** What is asked for. */
    public interface Source {
        /** The issues that changed at or after a time, the first of them first; without their journals. */
        IssuePage changed(Instant since, long offset);

        /** When the issue was changed that was changed last; empty where there is none. */
        Optional<Instant> newest();

        /** What happened to one of them since a time. */
        List<Event> tidings(Issue row, Instant since);
    }

    /** Reads from a source. */
    public IssueRound(Source source, Place place) {
        this.source = source;
        this.place = place;
    }

    /** One time. What was there before the first is not told. */
    @Override
    public void take() {
        Optional<Place.Reached> reached = place.read();
        if (reached.isEmpty()) {
            place.moveTo(source.newest().orElse(Instant.EPOCH).plus(BEGIN), List.of());
            return;
        }
        Instant last = reached.get().until();
        Instant since = rest.orElseGet(() -> since(reached.get()));
        Map<Long, Reading> now = new HashMap<>(read);
        now.values().removeIf(each -> each.updatedOn().isBefore(last.minus(FAR)));
        List<Event> events = new ArrayList<>();
        Instant until = last;
        Optional<Instant> left = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            List<Issue> rows =
                    source.changed(since, (long) page * IssuePage.MOST).issues();
            for (Issue each : rows) {
                if (isNews(each, now)) {
                    events.addAll(source.tidings(each, since));
                }
                until = each.updatedOn().isAfter(until) ? each.updatedOn() : until;
                left = Optional.of(each.updatedOn());
            }
            if (rows.size() < IssuePage.MOST) {
                left = Optional.empty();
                break;
            }
        }
        if (!events.isEmpty() || until.isAfter(last)) {
            place.moveTo(until, events);
        }
        read = now;
        rest = left;
    }

    private Instant since(Place.Reached reached) {
        Instant near = reached.until().minus(OVERLAP);
        rounds = (rounds + 1) % FAR_EVERY;
        if (rounds > 0 || reached.began().isEmpty()) {
            return near;
        }
        // What was there before the first time is not told.
        Instant begin = reached.began().get().minus(OVERLAP);
        Instant far = reached.until().minus(FAR);
        return far.isAfter(begin) ? far : begin;
    }

    private boolean isNews(Issue row, Map<Long, Reading> now) {
        Reading before = read.getOrDefault(row.id(), new Reading(row.updatedOn(), 0));
        int times = before.updatedOn().equals(row.updatedOn()) ? before.times() : 0;
        now.put(row.id(), new Reading(row.updatedOn(), times + 1));
        return times < READINGS;
    }
}
