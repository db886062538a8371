package io.switchboard.core.internal.once;

import io.switchboard.connector.ErrorCode;

/** What came of an act. Immutable. */
public sealed interface Outcome {
    /**
     * It took place.
     *
     * @param result the whole, unmasked result as JSON; empty where the operation gives nothing. Kept encrypted
     */
    record Done(String result) implements Outcome {}

    /**
     * It did not take place, and trying again would not help.
     *
     * @param code the code
     * @param reason the connector's reason; may be empty
     * @param member the argument at fault; may be empty
     */
    record Failed(ErrorCode code, String reason, String member) implements Outcome {}

    /** It was begun, and nobody knows. */
    record Unknown() implements Outcome {}
}
