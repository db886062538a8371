package io.switchboard.core.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/**
 * Asks what came of an earlier call. Immutable.
 *
 * @param arrival what every request has
 * @param callId the call's id, unchecked
 */
public record StatusRequest(Arrival arrival, String callId) {
    /** The question as a call of no operation, without arguments. */
    public CallRequest asCall() {
        return new CallRequest(
                arrival,
                "",
                JsonNodeFactory.instance::objectNode,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
