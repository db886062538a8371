package io.switchboard.rest.internal.door;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallGate;
import io.switchboard.core.call.CallRequest;
import io.switchboard.core.call.Credentials;
import io.switchboard.rest.internal.answer.CallAnswer;
import io.switchboard.rest.internal.answer.Exchange;
import io.switchboard.rest.internal.answer.Needs;
import io.switchboard.rest.internal.answer.Page;
import io.switchboard.rest.internal.answer.ProblemAnswer;
import io.switchboard.rest.internal.path.Endpoint;
import io.switchboard.rest.internal.path.PathSegments;
import io.switchboard.rest.internal.path.RouteTable;
import io.switchboard.rest.internal.request.CallHeaders;
import io.switchboard.rest.internal.request.Credentialed;
import io.switchboard.rest.internal.request.WireArguments;
import io.switchboard.rest.internal.wire.BodyBuffer;
import io.switchboard.rest.internal.wire.BufferPool;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything below {@code /api}: the operations, and the pages about them. */
@SuppressWarnings("serial") // No container of ours writes servlets down.
final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);
    /** For an answer that is on its way from another thread when ours is free; the deadline itself is the hub's affair. */
    private static final long LONGEST_COMPLETION_MILLIS = 60_000;

    private static final Set<String> PAGE_METHODS = Set.of("GET", "HEAD");

    private final transient CallGate gate;
    private final transient Supplier<RouteTable> routes;
    private final transient Supplier<RestSettings> settings;
    private final transient Pages pages;
    private final transient Supplier<Optional<String>> address;
    private final transient BufferPool buffers = new BufferPool();

    /** Takes where the hub stands, as it is configured, for those who are told where tokens come from. */
    ApiServlet(
            CallGate gate,
            Supplier<RouteTable> routes,
            Supplier<RestSettings> settings,
            Pages pages,
            Supplier<Optional<String>> address) {
        this.address = address;
        this.gate = gate;
        this.routes = routes;
        this.settings = settings;
        this.pages = pages;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = new Exchange(request, response, address);
        Optional<Credentials> credentials = Optional.empty();
        try {
            credentials = Credentialed.of(request);
            List<String> path = PathSegments.of(request.getRequestURI());
            Optional<Page> page = pages.at(path);
            if (page.isPresent()) {
                read(page.get(), exchange, exchange.arrival(credentials), path);
            } else {
                operate(exchange, credentials, path);
            }
        } catch (CallFailure failure) {
            ProblemAnswer.send(exchange, gate.refuse(exchange.arrival(credentials), failure), Needs.NOTHING);
        }
    }

    private static void read(Page page, Exchange exchange, Arrival arrival, List<String> path)
            throws CallFailure, IOException {
        String method = exchange.request().getMethod();
        if (method.equals("OPTIONS")) {
            options(exchange, "GET, HEAD, OPTIONS");
        } else if (!PAGE_METHODS.contains(method)) {
            throw notAllowed(exchange, "GET, HEAD, OPTIONS");
        } else {
            if (!page.suits(exchange)) {
                throw notAcceptable();
            }
            page.answer(exchange, arrival, path);
        }
    }

    private void operate(Exchange exchange, Optional<Credentials> credentials, List<String> path)
            throws CallFailure, IOException {
        String method = exchange.request().getMethod();
        RouteTable table = routes.get();
        Endpoint endpoint = table.find(path, method.equals("HEAD") ? "GET" : method);
        if (endpoint != null) {
            if (!exchange.isAcceptable()) {
                throw notAcceptable();
            }
            call(exchange, exchange.arrival(credentials), endpoint, path);
            return;
        }
        Set<String> methods = table.methods(path);
        if (methods.isEmpty()) {
            throw table.absence(path);
        }
        String allow = String.join(", ", methods);
        if (!method.equals("OPTIONS")) {
            throw notAllowed(exchange, allow);
        }
        options(exchange, allow);
    }

    private void call(Exchange exchange, Arrival arrival, Endpoint endpoint, List<String> path) {
        HttpServletRequest request = exchange.request();
        RestSettings now = settings.get();
        AsyncContext async = request.startAsync();
        async.setTimeout(LONGEST_COMPLETION_MILLIS);
        BodyBuffer buffer = buffers.take(now.answerLimit());
        CallAnswer answer = new CallAnswer(exchange, async, buffer, now.answerLimit(), Needs.of(endpoint.operation()));
        try {
            CallHeaders headers = CallHeaders.of(request);
            gate.call(
                    new CallRequest(
                            arrival,
                            endpoint.name(),
                            new WireArguments(request, endpoint, path, headers, buffer, now.bodyLimit()),
                            headers.idempotencyKey(),
                            headers.conversation(),
                            headers.timeout()),
                    answer);
        } catch (RuntimeException | Error e) {
            // The gate promises not to throw; whoever waits for an answer must not pay if it does.
            LOG.error("A call of {} broke", endpoint.operation().name(), e);
            answer.failed(gate.refuse(arrival, CallFailure.of(ErrorCode.INTERNAL)));
        } finally {
            // The result was written from it before the gate returned, or never will be.
            buffers.give(buffer);
        }
    }

    private static CallFailure notAcceptable() {
        return CallFailure.of(
                ErrorCode.NOT_ACCEPTABLE,
                "Accept application/json, application/xml or text/xml.",
                "Accept 须为 application/json、application/xml 或 text/xml。");
    }

    private static CallFailure notAllowed(Exchange exchange, String allow) {
        exchange.response().setHeader("Allow", allow);
        return CallFailure.of(
                ErrorCode.METHOD_NOT_ALLOWED, "This path answers to: " + allow + ".", "该路径支持的方法：" + allow + "。");
    }

    private static void options(Exchange exchange, String allow) {
        exchange.response().setHeader("Allow", allow);
        exchange.send(HttpServletResponse.SC_NO_CONTENT);
    }
}
