package io.switchboard.connector;

import java.util.Optional;

/**
 * The client application that calls. Immutable.
 *
 * @param id the client's id
 * @param kind whether a person decides
 * @param user the employee who signed in at the client; empty where nobody did
 */
public record Principal(String id, Kind kind, Optional<String> user) {
    /** Who decides what is called. */
    public enum Kind {
        /** A program decides by itself, as a chatbot does. */
        AUTONOMOUS,
        /** A person decides, and the program assists. */
        ASSIST
    }
}
