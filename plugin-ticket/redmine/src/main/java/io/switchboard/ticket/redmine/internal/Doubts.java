package io.switchboard.ticket.redmine.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Acts whose question went out and whose answer did not come. Redmine may still be working on it, so that it is not found there yet; for
 * a while "not found" is no reason to do it again. Safe for use from many threads.
 */
final class Doubts {
    private static final int MOST = 10_000;

    private final Duration settle;
    private final InstantSource clock;
    private final Map<String, Instant> ends = new LinkedHashMap<>();

    Doubts(Duration settle, InstantSource clock) {
        this.settle = settle;
        this.clock = clock;
    }

    /** Does an act, and remembers it where nobody knows what came of it. */
    <R> R noting(String correlationId, Supplier<R> act) {
        try {
            return act.get();
        } catch (ConnectorException e) {
            if (!e.code().unchanged()) {
                note(correlationId);
            }
            throw e;
        }
    }

    private synchronized void note(String correlationId) {
        Instant now = clock.instant();
        ends.values().removeIf(end -> !end.isAfter(now));
        ends.remove(correlationId);
        ends.put(correlationId, now.plus(settle));
        Iterator<String> oldest = ends.keySet().iterator();
        if (ends.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Fails as long as an act that was not found may still be under way. */
    synchronized void requireNone(String correlationId) {
        Instant end = ends.get(correlationId);
        Instant now = clock.instant();
        if (end != null && end.isAfter(now)) {
            throw ConnectorException.of(ErrorCode.OUTCOME_UNKNOWN).retryAfter(Duration.between(now, end));
        }
    }
}
