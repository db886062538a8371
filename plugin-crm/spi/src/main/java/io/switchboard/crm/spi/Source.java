package io.switchboard.crm.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * Where an observation comes from. Immutable.
 *
 * @param kind who observed it
 * @param id the conversation, the employee or the system; at most 100 characters; empty where nobody says
 */
public record Source(Kind kind, Optional<String> id) {
    /** Who observes. */
    public enum Kind {
        /** It came out of a conversation with the customer. */
        CONVERSATION,
        /** An employee entered it. */
        AGENT,
        /** A system worked it out. */
        SYSTEM
    }

    /** Refuses nulls. */
    public Source {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }
}
