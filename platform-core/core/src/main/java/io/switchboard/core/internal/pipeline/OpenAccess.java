package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.access.Access;
import io.switchboard.core.access.AccessRequest;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Problem;
import io.switchboard.core.security.Caller;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One access under way. */
final class OpenAccess implements Access {
    private final Accesses accesses;
    private final AccessRequest request;
    private final Call call;
    private final AtomicBoolean ended = new AtomicBoolean();

    OpenAccess(Accesses accesses, AccessRequest request, Call call) {
        this.accesses = accesses;
        this.request = request;
        this.call = call;
    }

    @Override
    public Caller caller() {
        return call.caller();
    }

    @Override
    public Caller again() throws CallFailure {
        return accesses.authorised(request);
    }

    @Override
    public String callId() {
        return call.callId();
    }

    @Override
    public String traceparent() {
        return call.trace().traceparent();
    }

    @Override
    public void done() {
        // The answer is out: nobody is left to be told that it is not in the audit, but the log, which was.
        CallFailure unused = record(null);
    }

    @Override
    public Problem failed(CallFailure failure) {
        CallFailure told = record(failure);
        return Problems.of(
                told == null ? CallFailure.of(ErrorCode.INTERNAL) : told, null, call.callId(), call.trace(), false);
    }

    private @Nullable CallFailure record(@Nullable CallFailure failure) {
        return ended.compareAndSet(false, true) ? accesses.record(request.name(), call, failure) : failure;
    }
}
