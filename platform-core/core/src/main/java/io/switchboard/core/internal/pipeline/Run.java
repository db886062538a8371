package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ConnectorException;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.internal.bind.BoundOperation;

/** Calls the connector's method. */
final class Run implements Step {
    @Override
    public void before(Call call) throws CallFailure {
        if (call.replayed()) {
            return;
        }
        BoundOperation operation = call.target().operation();
        boolean writes = operation.descriptor().writes();
        try {
            ConnectorThread.lend(call, writes, () -> {
                call.runs();
                call.returned(operation.invoke(call.target().connector().instance(), call.input(), call));
                return call;
            });
        } catch (CallFailure tooLate) {
            throw tooLate;
        } catch (Throwable thrown) {
            CallFailure failure = ConnectorFailures.of(call, thrown);
            if (thrown instanceof ConnectorException raised) {
                raised.owner().ifPresent(call::rowOwner);
            }
            call.threw(failure);
            throw leavesOpen(operation.descriptor(), failure) ? Replay.unknown() : failure;
        }
    }

    /** Whether the failure of a write does not say that nothing was changed, so that to run it again could double it. */
    static boolean leavesOpen(OperationDescriptor operation, CallFailure failure) {
        return operation.writes() && !operation.idempotent() && !failure.code().unchanged();
    }
}
