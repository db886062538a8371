package io.switchboard.crm.embedded.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.time.Instant;

/** The entry that a page ended with: what a cursor holds. */
record EntryPosition(Instant at, long id) {
    static EntryPosition parse(String text) {
        int dot = text.indexOf('.');
        try {
            long millis = Long.parseLong(text, 0, Math.max(dot, 0), Character.MAX_RADIX);
            long id = Long.parseLong(text, dot + 1, text.length(), Character.MAX_RADIX);
            return new EntryPosition(Instant.ofEpochMilli(millis), id);
        } catch (NumberFormatException e) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).causedBy(e).at("cursor");
        }
    }

    String text() {
        return Long.toString(at.toEpochMilli(), Character.MAX_RADIX) + "." + Long.toString(id, Character.MAX_RADIX);
    }
}
