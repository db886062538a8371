package io.switchboard.core.call;

import org.osgi.annotation.versioning.ProviderType;

/** The one way into the hub. A service; safe for use from many threads. */
@ProviderType
public interface CallGate {
    /**
     * Runs a call on the caller's thread and answers through the reply, exactly once; at the deadline from another thread, while the
     * caller's is still held. Returns when the caller's thread is free again. Never throws for what a call can cause.
     */
    void call(CallRequest request, CallReply reply);

    /**
     * Answers what came of an earlier call, to the principal that made it: {@link CallStatus}, or a problem with
     * {@link io.switchboard.connector.ErrorCode#NOT_FOUND} to anybody else.
     */
    void status(StatusRequest request, StatusReply reply);

    /**
     * Records that a request ended before it became a call (no such path, an unreadable body of no known operation), and makes its
     * problem.
     */
    Problem refuse(Arrival arrival, CallFailure failure);
}
