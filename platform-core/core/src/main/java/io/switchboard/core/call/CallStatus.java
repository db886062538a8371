package io.switchboard.core.call;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of a call. Immutable.
 *
 * @param callId the call's id
 * @param operation the canonical name
 * @param state where it stands
 * @param started when it was claimed
 * @param problem what it failed by; there when the state is {@link State#FAILED}
 */
public record CallStatus(String callId, String operation, State state, Instant started, Optional<Problem> problem) {
    /** Where a call stands. */
    public enum State {
        /** It is under way. */
        RUNNING,
        /** It waits for a person's approval. */
        WAITING_FOR_APPROVAL,
        /** It was begun, and nobody knows whether it took place. */
        UNKNOWN,
        /** It succeeded. */
        DONE,
        /** It failed, and was not executed. */
        FAILED
    }
}
