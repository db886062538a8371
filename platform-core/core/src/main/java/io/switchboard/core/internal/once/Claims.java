package io.switchboard.core.internal.once;

import java.util.Optional;

/**
 * The durable register of writes: each is claimed before it runs and settled after. What returns is committed. Safe for use from many
 * threads.
 */
public interface Claims {
    /**
     * Claims an act, or tells what stands in the way. Of several at the same time, one gets {@link Claim.Taken}.
     *
     * @throws ClaimsUnavailable when the store cannot say; nothing may run then
     */
    Claim take(Act act) throws ClaimsUnavailable;

    /**
     * Takes over an act whose outcome was unknown and of which the probe found that it did not take place.
     *
     * @param unknown the call that began it
     * @return whether it is now ours to run; false: somebody else was first
     */
    boolean retake(String unknown, Act act) throws ClaimsUnavailable;

    /** Records what came of a claimed act; also of one that was unknown. */
    void settle(String callId, Outcome outcome) throws ClaimsUnavailable;

    /** Gives up a claim as if it had never been: the act did not take place and may be tried again. */
    void release(String callId) throws ClaimsUnavailable;

    /** What is recorded of a call. */
    Optional<Recorded> find(String callId) throws ClaimsUnavailable;
}
