package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The entry that a page ended with: what a cursor holds. Tryton tells times by the microsecond. */
record EntryPosition(Instant at, EntrySource source, long id) {
    static EntryPosition parse(String text) {
        String[] parts = text.split("\\.", -1);
        try {
            if (parts.length == 3 && parts[1].length() == 1) {
                long micros = Long.parseLong(parts[0], Character.MAX_RADIX);
                return new EntryPosition(
                        Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                        EntrySource.of(parts[1].charAt(0)),
                        Long.parseLong(parts[2], Character.MAX_RADIX));
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw invalid().causedBy(e);
        }
        throw invalid();
    }

    private static ConnectorException invalid() {
        return ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at("cursor");
    }

    String text() {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at), Character.MAX_RADIX) + "." + source.letter()
                + "." + Long.toString(id, Character.MAX_RADIX);
    }
}
