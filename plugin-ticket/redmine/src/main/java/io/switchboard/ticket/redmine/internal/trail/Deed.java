package io.switchboard.ticket.redmine.internal.trail;

import java.util.Optional;

/**
 * An act, and who did it, as it stands in the field of the last call: the correlation id, a space, and a name. Immutable.
 *
 * @param correlationId the act's name
 * @param by the client, or the client and its employee; empty text where nobody is named
 */
record Deed(String correlationId, String by) {
    /** What stands in the field; empty where that is nothing that the hub wrote. */
    static Optional<Deed> parse(String value) {
        int space = value.indexOf(' ');
        return value.isBlank()
                ? Optional.empty()
                : Optional.of(
                        space < 0
                                ? new Deed(value, "")
                                : new Deed(value.substring(0, space), value.substring(space + 1)));
    }
}
