package io.switchboard.rest.internal.answer;

import io.switchboard.core.call.CallStatus;
import io.switchboard.core.call.Problem;
import io.switchboard.core.call.StatusReply;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.UntrustedPaths;
import io.switchboard.core.value.ValueOutput;
import io.switchboard.rest.internal.wire.BodyBuffer;
import io.switchboard.rest.internal.wire.Rendering;
import io.switchboard.rest.internal.wire.XmlRoot;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what came of an earlier call. */
public final class StatusAnswer implements StatusReply {
    private static final Logger LOG = LoggerFactory.getLogger(StatusAnswer.class);

    private final Exchange exchange;
    private final BodyBuffer buffer;
    private final Rendering rendering;
    private boolean begun;

    /** Collects the answer in a buffer. */
    public StatusAnswer(Exchange exchange, BodyBuffer buffer) {
        this.exchange = exchange;
        this.buffer = buffer;
        this.rendering = new Rendering(exchange.format(), buffer, XmlRoot.RESPONSE);
    }

    @Override
    public ValueOutput result(OperationDescriptor operation) {
        begin();
        Untrusted.tell(
                exchange.response(),
                UntrustedPaths.of(operation.result()).stream()
                        .map(path -> path.equals("*") ? path : "result." + path)
                        .toList());
        rendering.out().name("result");
        return rendering.out();
    }

    private void begin() {
        if (!begun) {
            begun = true;
            rendering.out().startRecord();
        }
    }

    @Override
    public void found(CallStatus status) {
        begin();
        ValueOutput out = rendering.out();
        out.name("callId");
        out.text(status.callId());
        out.name("operation");
        out.text(status.operation());
        out.name("state");
        out.text(status.state().name());
        out.name("started");
        out.text(status.started().toString());
        if (status.problem().isPresent()) {
            out.name("problem");
            ProblemBody.write(status.problem().get(), exchange.locale(), out);
        }
        out.endRecord();
        rendering.finish();
        try {
            exchange.inLanguage();
            exchange.send(HttpServletResponse.SC_OK, exchange.format().contentType(), buffer);
        } catch (IOException e) {
            LOG.debug("The answer did not reach the caller", e);
        }
    }

    @Override
    public void failed(Problem problem) {
        try {
            ProblemAnswer.send(exchange, problem, Needs.NOTHING);
        } catch (IOException e) {
            LOG.debug("The answer did not reach the caller", e);
        }
    }
}
