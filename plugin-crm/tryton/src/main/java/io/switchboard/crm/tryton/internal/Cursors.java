package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;

/** The party that a page ended with: what a cursor holds. */
final class Cursors {
    private Cursors() {}

    static String text(Party last) {
        return text(last.id());
    }

    static String text(long last) {
        return Long.toString(last, Character.MAX_RADIX);
    }

    static long id(String cursor) {
        try {
            return Long.parseLong(cursor, Character.MAX_RADIX);
        } catch (NumberFormatException e) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).causedBy(e).at("cursor");
        }
    }
}
