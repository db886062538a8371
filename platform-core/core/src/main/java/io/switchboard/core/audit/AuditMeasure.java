package io.switchboard.core.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What of one call is counted. It names nobody, so that whoever counts needs no customer's key. Immutable.
 *
 * @param time when it began
 * @param operation the canonical name; empty where it was for none
 * @param code the number of the catalogue; 0: it succeeded
 * @param micros how long it took
 */
public record AuditMeasure(Instant time, String operation, int code, long micros) {
    /** Refuses nulls. */
    public AuditMeasure {
        requireNonNull(time, "time");
        requireNonNull(operation, "operation");
    }
}
