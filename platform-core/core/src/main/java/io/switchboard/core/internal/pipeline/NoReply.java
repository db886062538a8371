package io.switchboard.core.internal.pipeline;

import io.switchboard.core.call.CallReply;
import io.switchboard.core.call.Problem;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.value.ValueOutput;

/** Of a call that the hub makes for its own sake; nobody waits for its answer. */
enum NoReply implements CallReply {
    INSTANCE;

    @Override
    public ValueOutput result(OperationDescriptor operation) {
        throw new IllegalStateException("nobody reads a result of " + operation.name());
    }

    @Override
    public void done(Done done) {}

    @Override
    public void failed(Problem problem) {}
}
