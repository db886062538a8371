package io.switchboard.launcher.command;

import java.time.Duration;
import java.time.Instant;

/**
 * An access token. Immutable; its {@code toString()} has not the token in it.
 *
 * @param text goes with calls as {@code Authorization: Bearer}
 * @param scope what it allows, as the hub says it
 * @param expires when it ends
 */
record Token(String text, String scope, Instant expires) {
    private static final Duration LEFT = Duration.ofSeconds(30);

    /** Whether it holds long enough for a call. */
    boolean holds(Instant now) {
        return now.plus(LEFT).isBefore(expires);
    }

    @Override
    public String toString() {
        return "Token[" + scope + ", until " + expires + "]";
    }
}
