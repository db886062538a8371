package io.switchboard.security.internal.audit;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.audit.AuditFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From when to when calls are looked for. */
final class Period {
    private static final Duration USUAL = Duration.ofDays(1);
    /** No year of more than four digits, with which no calculation has to cope. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private Period() {}

    static AuditFilter filter(Optional<Instant> from, Optional<Instant> to, Instant now) {
        Instant end = to.orElse(now);
        if (end.isAfter(LATEST) || end.isBefore(Instant.EPOCH)) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS, AuditConnector.EMPTY)
                    .at("to");
        }
        Instant begin = from.orElse(end.minus(USUAL));
        if (!begin.isBefore(end)) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS, AuditConnector.EMPTY)
                    .at("from");
        }
        return AuditFilter.between(begin, end);
    }
}
