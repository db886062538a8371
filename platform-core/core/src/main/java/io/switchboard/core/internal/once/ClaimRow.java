package io.switchboard.core.internal.once;

import java.time.Instant;
import java.util.Optional;

/** A row of the register. The act names its last attempt, without its arguments; they and the outcome are sealed. */
record ClaimRow(
        Act act, String owner, State state, Instant started, Optional<byte[]> outcome, Optional<byte[]> arguments) {
    /** What is recorded of an act; stored by name. */
    enum State {
        RUNNING,
        UNKNOWN,
        DONE,
        FAILED
    }
}
