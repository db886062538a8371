package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.value.ValueOutput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the answer as the caller may see it. */
final class MaskAnswer implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(MaskAnswer.class);

    private final Guards guards;
    private final Cursors cursors;

    MaskAnswer(Guards guards, Cursors cursors) {
        this.guards = guards;
        this.cursors = cursors;
    }

    @Override
    public void before(Call call) throws CallFailure {
        OperationDescriptor operation = call.operation();
        if (operation.result() instanceof Result.None || call.cancelled()) {
            return;
        }
        MaskingProfile profile =
                guards.maskingPolicy().orElseThrow(Authenticate::noSecurity).profile(call.caller());
        ValueOutput out = call.reply().result(operation);
        try {
            call.target().operation().writer(profile).write(sealed(call, call.result()), out);
        } catch (IllegalResultException e) {
            LOG.error("{} gave back an illegal result (call {}): {}", operation.name(), call.callId(), e.getMessage());
            throw CallFailure.of(ErrorCode.CONNECTOR_FAULT);
        }
    }

    private @Nullable Object sealed(Call call, @Nullable Object result) {
        if (result instanceof Page<?> page && page.next().isPresent()) {
            return new Page<>(page.items(), page.next().map(cursor -> cursors.seal(call, cursor)), page.total());
        }
        return result;
    }
}
