package io.switchboard.rest.internal.partner;

import java.io.IOException;

/** More of a body came than may. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(int limit) {
        super("The body is larger than " + limit + " bytes.");
    }
}
