package io.switchboard.http.internal.whiteboard;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the server's whiteboard, of what bundles outside of the hub put there, only what stands in the context for partners. A filter, a
 * listener or a preprocessor anywhere else would read along with every call, credentials and all, and a context would stand in the hub's
 * way. Safe for use from many threads.
 */
public final class WhiteboardGate implements FindHook, EventListenerHook {
    /** The name of the context for partners. */
    static final String PARTNER = "io.switchboard.partner";

    private static final Logger LOG = LoggerFactory.getLogger(WhiteboardGate.class);
    private static final String SERVER = "org.apache.felix.http.jetty12";
    private static final String WHITEBOARD = "osgi.http.whiteboard.";
    private static final String SELECT = WHITEBOARD + "context.select";
    private static final Set<String> SELECTING = Set.of(PARTNER, "(osgi.http.whiteboard.context.name=" + PARTNER + ")");
    private static final Set<String> OWN = Set.of(
            "io.switchboard.rest",
            "io.switchboard.security",
            "io.switchboard.deployments",
            "io.switchboard.http",
            SERVER);
    /** What is of the whiteboard by its type, with no property that would say so. */
    private static final Set<String> TYPES = Set.of(
            "org.osgi.service.servlet.context.ServletContextHelper",
            "org.osgi.service.servlet.whiteboard.Preprocessor",
            "org.osgi.service.http.context.ServletContextHelper",
            "org.osgi.service.http.whiteboard.Preprocessor");

    @Override
    public void find(
            BundleContext context,
            @Nullable String name,
            @Nullable String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        if (isServer(context.getBundle())) {
            references.removeIf(WhiteboardGate::isHidden);
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerHook.ListenerInfo>> listeners) {
        // Of what it was shown before, it has to hear that it goes.
        if (event.getType() != ServiceEvent.UNREGISTERING
                && isHidden(event.getServiceReference())
                && listeners.keySet().removeIf(context -> isServer(context.getBundle()))
                && event.getType() == ServiceEvent.REGISTERED) {
            LOG.warn(
                    "What the bundle {} has put on the HTTP whiteboard is not served: {} must be {}",
                    event.getServiceReference().getBundle(),
                    SELECT,
                    "(osgi.http.whiteboard.context.name=" + PARTNER + ")");
        }
    }

    private static boolean isServer(@Nullable Bundle bundle) {
        return bundle != null && SERVER.equals(bundle.getSymbolicName());
    }

    private static boolean isHidden(ServiceReference<?> service) {
        Bundle bundle = service.getBundle();
        return bundle != null
                && isOfWhiteboard(service)
                && !OWN.contains(bundle.getSymbolicName())
                && !isForPartners(service);
    }

    private static boolean isForPartners(ServiceReference<?> service) {
        return service.getProperty(SELECT) instanceof String select && SELECTING.contains(select) && !isOfType(service);
    }

    private static boolean isOfWhiteboard(ServiceReference<?> service) {
        for (String key : service.getPropertyKeys()) {
            if (key.regionMatches(true, 0, WHITEBOARD, 0, WHITEBOARD.length())) {
                return true;
            }
        }
        return isOfType(service);
    }

    private static boolean isOfType(ServiceReference<?> service) {
        for (String type : (String[]) service.getProperty(Constants.OBJECTCLASS)) {
            if (TYPES.contains(type)) {
                return true;
            }
        }
        return false;
    }
}
