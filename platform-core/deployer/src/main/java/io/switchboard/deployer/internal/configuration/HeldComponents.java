package io.switchboard.deployer.internal.configuration;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds components by disabling them. One that arrives while its configuration is withheld is disabled as soon as the framework tells of
 * its bundle. Safe for use from many threads.
 */
public final class HeldComponents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeldComponents.class);

    private final BundleContext context;
    private final ServiceTracker<ServiceComponentRuntime, ServiceComponentRuntime> runtimes;
    private final BundleListener arrivals;
    private final Set<Hold> held = new HashSet<>();
    private final Set<Named> disabled = new HashSet<>();

    private record Named(long bundle, String component) {}

    private record Hold(String place, String pid) {}

    /** Begins to look at what arrives. */
    public HeldComponents(BundleContext context) {
        this.context = context;
        runtimes = new ServiceTracker<>(context, ServiceComponentRuntime.class, null) {
            @Override
            public ServiceComponentRuntime addingService(ServiceReference<ServiceComponentRuntime> reference) {
                ServiceComponentRuntime runtime = context.getService(reference);
                enforce(runtime);
                return runtime;
            }
        };
        arrivals = event -> {
            if (event.getType() == BundleEvent.STARTED) {
                enforce();
            }
        };
        runtimes.open();
        context.addBundleListener(arrivals);
    }

    /** As seen from one place of configurations: what another place holds it does not release. */
    public Configured of(String place) {
        return new Configured() {
            @Override
            public void hold(String pid) {
                change(new Hold(place, pid), true);
            }

            @Override
            public void release(String pid) {
                change(new Hold(place, pid), false);
            }
        };
    }

    private synchronized void change(Hold hold, boolean wanted) {
        if (wanted) {
            held.add(hold);
            enforce();
        } else if (held.remove(hold)) {
            enforce();
        }
    }

    private void enforce() {
        ServiceComponentRuntime runtime = runtimes.getService();
        if (runtime != null) {
            enforce(runtime);
        }
    }

    private synchronized void enforce(ServiceComponentRuntime runtime) {
        if (held.isEmpty() && disabled.isEmpty()) {
            return;
        }
        Set<String> pids = held.stream().map(Hold::pid).collect(Collectors.toSet());
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            Named named = new Named(component.bundle.id, component.name);
            boolean wanted = Arrays.stream(component.configurationPid).noneMatch(pids::contains)
                    || component.configurationPolicy.equals("ignore");
            if (!wanted && runtime.isComponentEnabled(component)) {
                LOG.warn("{} does not run: its configuration is withheld", component.name);
                runtime.disableComponent(component);
                disabled.add(named);
            } else if (wanted && disabled.remove(named)) {
                LOG.info("{} may run again", component.name);
                runtime.enableComponent(component);
            }
        }
        if (held.isEmpty()) {
            // What is left went with its bundle.
            disabled.clear();
        }
    }

    @Override
    public void close() {
        context.removeBundleListener(arrivals);
        runtimes.close();
    }
}
