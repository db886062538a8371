package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.Advice;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Trace;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Problem;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Text;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the problem that a caller is told. */
final class Problems {
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);

    private Problems() {}

    static Problem of(
            CallFailure failure,
            @Nullable OperationDescriptor operation,
            String outcomeOf,
            Trace trace,
            boolean replayed) {
        return new Problem(
                failure.code(),
                failure.reason(),
                wording(failure, operation),
                failure.detail(),
                failure.faults(),
                retryAfter(failure),
                operation == null ? "" : operation.name(),
                outcomeOf,
                trace.traceId(),
                trace.traceparent(),
                replayed);
    }

    private static Optional<Duration> retryAfter(CallFailure failure) {
        if (failure.retryAfter() != null) {
            return Optional.of(failure.retryAfter());
        }
        return failure.code().advice() == Advice.RETRY_LATER ? Optional.of(DEFAULT_WAIT) : Optional.empty();
    }

    private static Text wording(CallFailure failure, @Nullable OperationDescriptor operation) {
        ErrorCode code = failure.code();
        Text standard = new Text(code.en(), code.zh());
        if (operation == null) {
            return standard;
        }
        String reason = failure.reason().substring(failure.reason().indexOf('/') + 1);
        return operation.failures().stream()
                .filter(each -> each.code() == code && each.reason().equals(reason))
                .findFirst()
                .map(each -> each.wording())
                .orElse(standard);
    }
}
