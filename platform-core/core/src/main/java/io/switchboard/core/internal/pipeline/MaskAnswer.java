package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.internal.bind.ResultWriter;
import io.switchboard.core.internal.handle.Handles;
import io.switchboard.core.internal.mask.StandIns;
import io.switchboard.core.value.ValueOutput;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the answer as the caller may see it. */
final class MaskAnswer implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(MaskAnswer.class);

    private final Cursors cursors;
    private final Supplier<Optional<Handles>> handles;

    MaskAnswer(Cursors cursors, Supplier<Optional<Handles>> handles) {
        this.cursors = cursors;
        this.handles = handles;
    }

    @Override
    public void before(Call call) throws CallFailure {
        OperationDescriptor operation = call.operation();
        if (operation.result() instanceof Result.None || call.cancelled()) {
            return;
        }
        try {
            ResultWriter writer = call.target().operation().writer(call.profile());
            StandIns standIns = new CallHandles(
                            handles, () -> CallHandles.scope(call.caller(), call.customer(), call.conversation()))
                    .forAnswer(writer, call.result());
            ValueOutput out = call.reply().result(operation);
            writer.write(sealed(call, call.result()), out, standIns);
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
