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
