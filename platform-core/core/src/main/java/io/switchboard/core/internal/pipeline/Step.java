package io.switchboard.core.internal.pipeline;

import io.switchboard.core.call.CallFailure;
import org.jspecify.annotations.Nullable;

/** One step of a call. On the way in each runs in turn; on the way back, in reverse, each that was entered. Safe for many threads. */
interface Step {
    /**
     * Does its part, or ends the call.
     *
     * @throws CallFailure ends the call; later steps are not entered
     */
    void before(Call call) throws CallFailure;

    /**
     * Puts in order what it did, however the call ended.
     *
     * @param failure how the call failed; null: it did not
     * @throws CallFailure how the call ends instead
     */
    default void after(Call call, @Nullable CallFailure failure) throws CallFailure {}
}
