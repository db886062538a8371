package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.value.ValueOutput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the answer as the caller may see it. */
final class MaskAnswer implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(MaskAnswer.class);

    private final Cursors cursors;

    MaskAnswer(Cursors cursors) {
        this.cursors = cursors;
    }

    @Override
    public void before(Call call) throws CallFailure {
        OperationDescriptor operation = call.operation();
        if (operation.result() instanceof Result.None || call.cancelled()) {
            return;
        }
        ValueOutput out = call.reply().result(operation);
        try {
            call.target().operation().writer(call.profile()).write(sealed(call, call.result()), out);
        } catch (IllegalResultException e) {
            LOG.error("{} gave back an illegal result (call {}): {}", operation.name(), call.callId(), e.getMessage());
            throw CallFailure.of(ErrorCode.CONNECTOR_FAULT);
        } catch (RuntimeException e) {
            // Larger than the transport takes, or not of the types it declares.
            LOG.error(
                    "the answer of {} cannot be written (call {}): {}",
                    operation.name(),
                    call.callId(),
                    new BareTrace(e));
            throw CallFailure.of(ErrorCode.CONNECTOR_FAULT);
        }
    }

    private @Nullable Object sealed(Call call, @Nullable Object result) {
        if (result instanceof Page<?> page && page.next().isPresent()) {
            return page.withNext(page.next().map(cursor -> cursors.seal(call, cursor)));
        }
        return result;
    }
}
