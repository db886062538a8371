package io.switchboard.core.internal.once;

import java.time.Instant;
import java.util.Optional;

/** A row of the register. The act names its last attempt; the outcome is sealed. */
record ClaimRow(Act act, String owner, State state, Instant started, Optional<byte[]> outcome) {
    /** What is recorded of an act; stored by name. */
    enum State {
        RUNNING,
        UNKNOWN,
        DONE,
        FAILED
    }
}
