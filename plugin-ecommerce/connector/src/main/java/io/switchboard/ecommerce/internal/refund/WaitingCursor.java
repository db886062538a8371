package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of refunds that wait ends.
 *
 * @param since since when the last of them waits
 * @param id its id
 */
record WaitingCursor(Instant since, String id) {
    private static final Pattern FORM = Pattern.compile("([0-9TZ:.+-]{1,40}) ([a-z0-9]{1,32})");

    /** One that was given out before; anything else is the caller's mistake. */
    static WaitingCursor parse(String text) {
        Matcher form = FORM.matcher(text);
        try {
            if (form.matches()) {
                return new WaitingCursor(Instant.parse(form.group(1)), form.group(2));
            }
        } catch (DateTimeException e) {
            throw noCursor().causedBy(e);
        }
        throw noCursor();
    }

    private static ConnectorException noCursor() {
        return ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at("cursor");
    }

    @Override
    public String toString() {
        return since + " " + id;
    }
}
