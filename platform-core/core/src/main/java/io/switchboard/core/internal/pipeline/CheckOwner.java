package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.Audience;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.internal.bind.IllegalResultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whose data the answer is before it leaves; somebody else's answers as what does not exist. */
final class CheckOwner implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(CheckOwner.class);

    @Override
    public void before(Call call) throws CallFailure {
        OperationDescriptor operation = call.operation();
        if (operation.audience() != Audience.CUSTOMER || call.customer().isEmpty()) {
            return;
        }
        try {
            if (call.target().operation().belongsTo(call.customer().get(), call.result())) {
                return;
            }
        } catch (IllegalResultException e) {
            LOG.error("{} gave back an illegal result (call {}): {}", operation.name(), call.callId(), e.getMessage());
            throw CallFailure.of(ErrorCode.CONNECTOR_FAULT);
        }
        LOG.error("{} gave back data of another customer (call {})", operation.name(), call.callId());
        call.alarm("foreign-owner");
        throw absent(operation);
    }

    /** What the operation answers where there is nothing: its own declared failure, else that there is no such customer. */
    private static CallFailure absent(OperationDescriptor operation) {
        return operation.failures().stream()
                .filter(each -> each.code() == ErrorCode.NOT_FOUND)
                .findFirst()
                .map(each -> each.reason().isEmpty()
                        ? CallFailure.of(ErrorCode.NOT_FOUND)
                        : CallFailure.of(ErrorCode.NOT_FOUND).because(operation.connector() + "/" + each.reason()))
                .orElseGet(() -> CallFailure.of(ErrorCode.CUSTOMER_NOT_FOUND));
    }
}
