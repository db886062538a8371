package io.switchboard.core.internal.pipeline;

import io.switchboard.core.access.AccessReply;
import io.switchboard.core.call.CallReply;
import io.switchboard.core.call.Problem;
import io.switchboard.core.call.Quota;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.value.ValueOutput;

/** Tells who asks for access how much room there is; nothing else of a call's answer. */
record QuotaReply(AccessReply reply) implements CallReply {
    @Override
    public void quota(Quota quota) {
        reply.quota(quota);
    }

    @Override
    public ValueOutput result(OperationDescriptor operation) {
        return NoReply.INSTANCE.result(operation);
    }

    @Override
    public void done(Done done) {}

    @Override
    public void failed(Problem problem) {}
}
