package io.switchboard.core.internal.once;

/** What came of claiming an act. Immutable. */
public sealed interface Claim {
    /** It is ours to run. */
    record Taken() implements Claim {}

    /**
     * Another attempt is under way.
     *
     * @param callId that attempt
     */
    record Running(String callId) implements Claim {}

    /**
     * An earlier attempt began, and nobody recorded what came of it.
     *
     * @param callId that attempt
     */
    record Unknown(String callId) implements Claim {}

    /**
     * It was settled before.
     *
     * @param callId the attempt that settled it
     * @param outcome what came of it
     */
    record Settled(String callId, Outcome outcome) implements Claim {}

    /** The same key came with other arguments. */
    record Mismatch() implements Claim {}
}
