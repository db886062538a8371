package io.switchboard.connector;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client application that calls. Immutable. */
public final class Principal {
    private final String id;
    private final Kind kind;
    private final Optional<String> user;

    private Principal(Builder builder) {
        id = builder.id;
        kind = builder.kind;
        user = Optional.ofNullable(builder.user);
    }

    /** Who decides what is called. */
    public enum Kind {
        /** A program decides by itself, as a chatbot does. */
        AUTONOMOUS,
        /** A person decides, and the program assists. */
        ASSIST
    }

    /** Begins one, as the hub and tests of connectors do. */
    public static Builder builder(String id, Kind kind) {
        return new Builder(id, kind);
    }

    /** The client's id. */
    public String id() {
        return id;
    }

    /** Whether a person decides. */
    public Kind kind() {
        return kind;
    }

    /** The employee who signed in at the client; empty where nobody did. */
    public Optional<String> user() {
        return user;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Principal principal
                && id.equals(principal.id)
                && kind == principal.kind
                && user.equals(principal.user);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, kind, user);
    }

    @Override
    public String toString() {
        return "Principal[" + id + ", " + kind
                + user.map(name -> ", for " + name).orElse("") + "]";
    }

    /** Collects the parts. Not safe for use from several threads. */
    public static final class Builder {
        private final String id;
        private final Kind kind;
        private @Nullable String user;

        private Builder(String id, Kind kind) {
            this.id = Objects.requireNonNull(id, "id");
            this.kind = Objects.requireNonNull(kind, "kind");
        }

        /** Names the employee who signed in. */
        public Builder user(String value) {
            user = Objects.requireNonNull(value, "user");
            return this;
        }

        /** Makes it. */
        public Principal build() {
            return new Principal(this);
        }
    }
}
