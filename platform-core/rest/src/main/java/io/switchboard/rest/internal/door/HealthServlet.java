package io.switchboard.rest.internal.door;

import io.switchboard.core.call.CallGate;
import io.switchboard.core.health.HealthCheck;
import io.switchboard.core.value.JsonOutput;
import io.switchboard.rest.internal.wire.BodyBuffer;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says whether the hub lives ({@code /health/live}) and whether it can serve ({@code /health/ready}). It needs nothing to be there, so
 * that it can say what is not.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/health/live", "/health/ready"})
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + Contexts.API + ")")
@SuppressWarnings("serial") // No container of ours writes servlets down.
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HealthServlet.class);
    private static final int LIMIT = 64 * 1024;

    private final transient List<HealthCheck> checks = new CopyOnWriteArrayList<>();
    private final transient Administrators administrators;
    private transient volatile @Nullable CallGate gate;

    /** Has no checks yet. */
    @Activate
    public HealthServlet(BundleContext context) {
        this(Administrators.of(context));
    }

    HealthServlet(Administrators administrators) {
        this.administrators = administrators;
    }

    @Deactivate
    void close() {
        administrators.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCheck(HealthCheck check) {
        checks.add(check);
    }

    void removeCheck(HealthCheck check) {
        checks.remove(check);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setGate(CallGate newGate) {
        gate = newGate;
    }

    void unsetGate(CallGate oldGate) {
        if (gate == oldGate) {
            gate = null;
        }
    }

    /** It would say back whatever headers came, credentials too. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().endsWith("/live")) {
            send(response, true, Map.of(), false);
            return;
        }
        Map<String, HealthCheck.Status> standing = standing();
        boolean ready = standing.values().stream().allMatch(HealthCheck.Status::ready);
        send(response, ready, standing, administrators.include(request));
    }

    private Map<String, HealthCheck.Status> standing() {
        Map<String, HealthCheck.Status> standing = new TreeMap<>();
        standing.put(
                "hub",
                gate == null
                        ? HealthCheck.Status.notReady("The hub's core has not started.")
                        : HealthCheck.Status.READY);
        List<HealthCheck> sorted = new ArrayList<>(checks);
        sorted.sort(Comparator.comparing(HealthCheck::name));
        for (HealthCheck check : sorted) {
            // Of two by one name, the worse one counts.
            standing.merge(check.name(), status(check), (one, other) -> one.ready() ? other : one);
        }
        return standing;
    }

    private static HealthCheck.Status status(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException e) {
            LOG.warn("The health check {} broke", check.name(), e);
            return HealthCheck.Status.notReady("The check itself broke; see the log.");
        }
    }

    private static void send(
            HttpServletResponse response, boolean up, Map<String, HealthCheck.Status> standing, boolean messages)
            throws IOException {
        BodyBuffer body = new BodyBuffer(LIMIT);
        try (JsonOutput out = new JsonOutput(body)) {
            out.startRecord();
            out.name("status");
            out.text(up ? "up" : "down");
            out.name("checks");
            out.startMap();
            standing.forEach((name, status) -> {
                out.key(name);
                out.startRecord();
                out.name("status");
                out.text(status.ready() ? "up" : "down");
                if (messages && !status.message().isEmpty()) {
                    out.name("message");
                    out.text(status.message());
                }
                out.endRecord();
            });
            out.endMap();
            out.endRecord();
        }
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/json");
        response.setContentLength(body.size());
        response.getOutputStream().write(body.array(), 0, body.size());
    }
}
