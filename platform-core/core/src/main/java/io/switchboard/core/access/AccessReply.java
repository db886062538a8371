package io.switchboard.core.access;

import io.switchboard.core.call.Problem;
import io.switchboard.core.call.Quota;

/** Where the answer to an {@link AccessRequest} goes. The hub calls {@link #admitted} or {@link #refused}, one of them, once, on the caller's thread. */
public interface AccessReply {
    /** How much room the caller has left under the limit that is nearest, as {@link io.switchboard.core.call.CallReply#quota} has it. */
    default void quota(Quota quota) {}

    /** The caller may. The access must be ended, however it goes on. */
    void admitted(Access access);

    /** The caller may not, and that is in the audit. */
    void refused(Problem problem);
}
