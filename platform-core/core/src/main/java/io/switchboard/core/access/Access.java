package io.switchboard.core.access;

import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Problem;
import io.switchboard.core.security.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** What somebody was let in for. It comes into the audit when it ends, once; what ends it again is not recorded. Safe for use from many threads. */
@ProviderType
public interface Access {
    /** Who was let in. */
    Caller caller();

    /**
     * Looks again whether the caller may, for what goes on for long: its token may have ended since, and its role may have changed.
     *
     * @return the caller as it is now
     * @throws CallFailure where it may no longer
     */
    Caller again() throws CallFailure;

    /** The id that the audit has it under. */
    String callId();

    /** The trace context to answer with. */
    String traceparent();

    /** It went well. */
    void done();

    /**
     * It failed.
     *
     * @return what to tell the caller
     */
    Problem failed(CallFailure failure);
}
