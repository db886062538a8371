package io.switchboard.core.internal.once;

import io.switchboard.connector.ErrorCode;
import java.util.List;

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
     * @param members the arguments at fault, by their paths
     */
    record Failed(ErrorCode code, String reason, List<String> members) implements Outcome {
        /** Copies the members. */
        public Failed {
            members = List.copyOf(members);
        }
    }

    /** It was begun, and nobody knows. */
    record Unknown() implements Outcome {}
}
