package io.switchboard.rest.internal.partner;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.FilterDTO;
import org.osgi.service.servlet.runtime.dto.RequestInfoDTO;
import org.osgi.service.servlet.runtime.dto.ServletContextDTO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows which service of which bundle the server is about to ask. Safe for use from many threads. */
public final class Doors {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    private final BundleContext own;
    private final HttpServiceRuntime server;

    /** Asks a server, and looks services up as the bundle that the filter of {@link Passage} belongs to. */
    public Doors(BundleContext own, HttpServiceRuntime server) {
        this.own = own;
        this.server = server;
    }

    /**
     * What the server is about to ask.
     *
     * @param bundle whose servlet it is
     * @throws CallFailure where nobody may be let in
     */
    Door of(HttpServletRequest request, Bundle bundle) throws CallFailure {
        HttpServletMapping mapping = request.getHttpServletMapping();
        String inner = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        RequestInfoDTO found = server.calculateRequestInfoDTO(request.getContextPath() + inner);
        ServiceReference<?> service = service(
                found.servletDTO != null
                        ? found.servletDTO.serviceId
                        : found.resourceDTO != null ? found.resourceDTO.serviceId : -1);
        if (service == null || !bundle.equals(service.getBundle())) {
            throw changing();
        }
        // What the server tells of filters together with a request, it finds by the path with the context's in front.
        for (ServletContextDTO context : server.getRuntimeDTO().servletContextDTOs) {
            if (context.serviceId == found.servletContextId) {
                requireOwnFilters(context.filterDTOs, inner, mapping, bundle);
            }
        }
        return Door.of(service, mapping.getPattern());
    }

    /** Ours is the first, so that no other sees credentials; and nobody reads along before what belongs to somebody else. */
    private void requireOwnFilters(FilterDTO[] filters, String path, HttpServletMapping mapping, Bundle bundle)
            throws CallFailure {
        boolean oursFirst = false;
        for (FilterDTO each : filters) {
            ServiceReference<?> filter = service(each.serviceId);
            Bundle owner = filter == null ? null : filter.getBundle();
            if (own.getBundle().equals(owner)) {
                oursFirst = true;
            } else if (FilterPaths.match(each, path, mapping.getServletName())
                    && (!oursFirst || !bundle.equals(owner))) {
                LOG.warn(
                        "Nobody is let in to {} of the bundle {}: the filter {} of the bundle {} stands before it,"
                                + " and may stand only before servlets of its own bundle, behind the hub's own filter",
                        mapping.getPattern(),
                        bundle,
                        each.name,
                        owner);
                throw CallFailure.of(
                        ErrorCode.CONNECTOR_FAULT,
                        "A filter of another bundle stands before what is here; the log names it.",
                        "此处的服务之前有其他 bundle 的过滤器；详见日志。");
            }
        }
        if (!oursFirst) {
            throw changing();
        }
    }

    private @Nullable ServiceReference<?> service(long id) {
        try {
            ServiceReference<?> @Nullable [] all = own.getAllServiceReferences(null, "(service.id=" + id + ")");
            return all == null ? null : Objects.requireNonNull(all[0]);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CallFailure changing() {
        return CallFailure.of(ErrorCode.NOT_READY, "What stands here is being replaced.", "此处的服务正在更新。")
                .retryAfter(Duration.ofSeconds(1));
    }
}
