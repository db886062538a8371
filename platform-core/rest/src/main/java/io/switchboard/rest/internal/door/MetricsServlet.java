package io.switchboard.rest.internal.door;

import io.switchboard.core.metrics.MetricsSource;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** What the hub counted, for Prometheus. */
@Component(service = Servlet.class, configurationPid = RestDoor.PID)
@HttpWhiteboardServletPattern("/metrics")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + Contexts.ADMIN + ")")
@SuppressWarnings("serial") // No container of ours writes servlets down.
public final class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient List<MetricsSource> sources = new CopyOnWriteArrayList<>();
    private final transient Administrators administrators;
    private final transient RestSettings.MetricsAccess access;

    /** Tells what the sources count that are there. */
    @Activate
    public MetricsServlet(BundleContext context, RestConfig config) {
        this(Administrators.of(context), RestSettings.of(config).metricsAccess());
    }

    MetricsServlet(Administrators administrators, RestSettings.MetricsAccess access) {
        this.administrators = administrators;
        this.access = access;
    }

    @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policy = ReferencePolicy.DYNAMIC)
    void addSource(MetricsSource source) {
        sources.add(source);
    }

    void removeSource(MetricsSource source) {
        sources.remove(source);
    }

    @Deactivate
    void close() {
        administrators.close();
    }

    /** It would say back whatever headers came, credentials too. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!mayRead(request)) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"switchboard\", scope=\"security.admin\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        byte[] body = metrics().getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain;version=0.0.4;charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private String metrics() {
        Map<String, MetricsSource> byName = new TreeMap<>();
        // Of one that is replaced the one that was there first: a metric that came twice would spoil all of it.
        sources.forEach(source -> byName.putIfAbsent(source.name(), source));
        return byName.values().stream().map(MetricsSource::prometheus).collect(Collectors.joining());
    }

    private boolean mayRead(HttpServletRequest request) {
        return switch (access) {
            case PUBLIC -> true;
            case LOOPBACK -> isFromHere(request) || administrators.include(request);
            case TOKEN -> administrators.include(request);
        };
    }

    /** Whether somebody on this machine asks, and for himself: a proxy beside the hub speaks for others. */
    private static boolean isFromHere(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
            return false;
        }
        try {
            // An address, never a name: nothing is looked up.
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
