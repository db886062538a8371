package io.switchboard.connector.http;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * How one endpoint stands. Immutable.
 *
 * @param address where it is, as configured
 * @param state whether questions go to it
 * @param why what went wrong last, in plain English; empty while it is up
 * @param since from when it has been down; empty while it is up
 */
public record HttpEndpoint(URI address, State state, String why, Optional<Instant> since) {
    /** Whether questions go to an endpoint. */
    public enum State {
        /** They do. */
        UP,
        /** It answers again; a question now and then tries it. */
        TRYING,
        /** They do not, for it failed several times in a row. */
        DOWN
    }
}
