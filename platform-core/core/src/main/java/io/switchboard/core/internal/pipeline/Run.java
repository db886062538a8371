package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.internal.bind.BoundOperation;

/** Calls the connector's method. */
final class Run implements Step {
    private final ConnectorThread thread;

    Run(ConnectorThread thread) {
        this.thread = thread;
    }

    @Override
    public void before(Call call) throws CallFailure {
        if (call.replayed()) {
            return;
        }
        if (call.cancelled()) {
            throw CallFailure.of(ErrorCode.DEADLINE_EXCEEDED);
        }
        BoundOperation operation = call.target().operation();
        try {
            thread.lend(call, () -> {
                call.outcomeOpen(operation.descriptor().writes()
                        && !operation.descriptor().idempotent());
                call.runs();
                call.returned(operation.invoke(call.target().connector().instance(), call.input(), call));
                return call;
            });
        } catch (CallFailure busy) {
            throw busy;
        } catch (Throwable thrown) {
            CallFailure failure = ConnectorFailures.of(call, thrown);
            call.threw(failure);
            throw failure;
        }
    }
}
