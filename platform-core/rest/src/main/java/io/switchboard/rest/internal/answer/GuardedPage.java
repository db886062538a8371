package io.switchboard.rest.internal.answer;

import io.switchboard.connector.Audience;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.access.Access;
import io.switchboard.core.access.AccessGate;
import io.switchboard.core.access.AccessRequest;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.page.HubPage;
import io.switchboard.rest.internal.wire.BodyBuffer;
import io.switchboard.rest.internal.wire.Rendering;
import io.switchboard.rest.internal.wire.XmlRoot;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page of the hub's own, for those who have the scope that it takes. */
public final class GuardedPage implements Page {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedPage.class);

    private final HubPage page;
    private final AccessGate gate;
    private final IntSupplier limit;

    /** Shows a page to those whom a gate lets in, with no more than so many bytes. */
    public GuardedPage(HubPage page, AccessGate gate, IntSupplier limit) {
        this.page = page;
        this.gate = gate;
        this.limit = limit;
    }

    @Override
    public void answer(Exchange exchange, Arrival arrival, List<String> path) throws IOException {
        AccessRequest request =
                new AccessRequest(arrival, "hub." + page.name() + ".get", page.scope(), Audience.STAFF, "");
        Optional<Access> access = Admission.ask(gate, request, exchange);
        if (access.isPresent()) {
            show(exchange, access.get(), path.subList(2, path.size()));
        }
    }

    private void show(Exchange exchange, Access access, List<String> path) throws IOException {
        BodyBuffer body = new BodyBuffer(limit.getAsInt());
        try {
            Rendering rendering = new Rendering(exchange.format(), body, XmlRoot.RESPONSE);
            page.write(path, exchange.locale(), rendering.out());
            rendering.finish();
        } catch (CallFailure failure) {
            ProblemAnswer.send(exchange, access.failed(failure), Needs.ofScope(page.scope()));
            return;
        } catch (RuntimeException e) {
            LOG.error("The page {} could not be written", page.name(), e);
            ProblemAnswer.send(
                    exchange, access.failed(CallFailure.of(ErrorCode.INTERNAL)), Needs.ofScope(page.scope()));
            return;
        }
        access.done();
        exchange.inLanguage();
        exchange.response().setHeader("traceparent", access.traceparent());
        exchange.response().setHeader("Switchboard-Call", access.callId());
        exchange.send(HttpServletResponse.SC_OK, exchange.format().contentType(), body);
    }
}
