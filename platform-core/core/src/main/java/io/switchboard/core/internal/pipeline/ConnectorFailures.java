package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCategory;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.internal.bind.IllegalResultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a connector throws into what the caller is told: declared failures as they are, all else as the connector's fault. */
final class ConnectorFailures {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorFailures.class);
    static final Text REFUSED = new Text("The value is not one this operation takes.", "此操作不接受该值。");

    private ConnectorFailures() {}

    static CallFailure of(Call call, Throwable thrown) {
        OperationDescriptor operation = call.operation();
        if (thrown instanceof ConnectorException failure) {
            if (isDeclared(operation, failure)) {
                return declared(operation, failure);
            }
            LOG.error(
                    "{} raised {} \"{}\", which it does not declare with @Fails ({})",
                    operation.name(),
                    failure.code(),
                    failure.reason().matches("[a-z][a-z0-9-]{0,39}") ? failure.reason() : "",
                    ids(call));
            return CallFailure.of(ErrorCode.CONNECTOR_FAULT);
        }
        if (thrown instanceof IllegalResultException) {
            LOG.error("{} ({}): {}", operation.name(), ids(call), thrown.getMessage());
        } else if (call.cancelled()) {
            LOG.info("{} gave back its thread after its deadline ({})", operation.name(), ids(call));
        } else {
            LOG.error("{} failed ({}): {}", operation.name(), ids(call), new BareTrace(thrown));
        }
        return CallFailure.of(ErrorCode.CONNECTOR_FAULT);
    }

    /** By what a log is searched: whoever was answered has both. */
    private static String ids(Call call) {
        return "call " + call.callId() + ", trace " + call.trace().traceId();
    }

    private static boolean isDeclared(OperationDescriptor operation, ConnectorException failure) {
        boolean implied = failure.reason().isEmpty()
                && (failure.code().number() >= ErrorCode.INTERNAL.number()
                        || (failure.code() == ErrorCode.CUSTOMER_NOT_FOUND
                                && operation.customer().isPresent())
                        || (failure.code() == ErrorCode.INVALID_ARGUMENTS
                                && !operation.input().members().isEmpty()));
        return failure.code().raisable()
                && (implied
                        || operation.failures().stream()
                                .anyMatch(each -> each.code() == failure.code()
                                        && each.reason().equals(failure.reason())));
    }

    private static CallFailure declared(OperationDescriptor operation, ConnectorException failure) {
        if (failure.code().category() == ErrorCategory.BACKEND) {
            LOG.warn("{}: {} {}", operation.name(), failure.code(), new BareTrace(failure));
        }
        CallFailure told = CallFailure.of(failure.code());
        if (!failure.reason().isEmpty()) {
            told = told.because(operation.connector() + "/" + failure.reason());
        }
        if (!failure.members().isEmpty()) {
            told = told.with(failure.members().stream()
                    .map(member -> new ArgumentFault(member, "value", REFUSED))
                    .toList());
        }
        return failure.retryAfter().map(told::retryAfter).orElse(told);
    }
}
