package io.switchboard.deployer.internal.bundles;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Keeps the services of bundles that have not proved themselves from all others, so that a backend is not used as soon as it is there. What
 * core reads, and holds back by itself, is kept from it only while core has not been told to. Safe for use from many threads.
 */
public final class HeldServices implements FindHook, EventListenerHook {
    /** Of the framework and its whiteboards, where the one that was there first counts. */
    private static final List<String> FRAMEWORK = List.of("java.", "jakarta.", "org.osgi.");

    private static final List<String> CORE = List.of("io.switchboard.connector.", "io.switchboard.core.");

    private final long self;
    private final Map<Long, Group> held = new ConcurrentHashMap<>();

    /** Bundles that come together see one another. */
    private record Group(Set<Long> bundles, boolean knownToCore) {}

    /** Takes the id of the bundle that may see everything. */
    public HeldServices(long self) {
        this.self = self;
    }

    /** Before they are started: from now on nobody sees their services, but for core when it knows that they are held. */
    void hide(Collection<Long> bundles, boolean knownToCore) {
        Group group = new Group(Set.copyOf(bundles), knownToCore);
        bundles.forEach(bundle -> held.put(bundle, group));
    }

    /** Core starts anew and knows of nothing. */
    public void coreHasGone() {
        held.replaceAll((bundle, group) -> new Group(group.bundles, false));
    }

    /** From now on everybody may see them; those that are there already nobody is told of. */
    void show(Collection<Long> bundles) {
        held.keySet().removeAll(bundles);
    }

    @Override
    public void find(
            BundleContext context,
            @Nullable String name,
            @Nullable String filter,
            boolean all,
            Collection<ServiceReference<?>> references) {
        if (!held.isEmpty()) {
            references.removeIf(each -> hides(each, context));
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        if (!held.isEmpty() && held.containsKey(owner(event.getServiceReference()))) {
            listeners.keySet().removeIf(context -> hides(event.getServiceReference(), context));
        }
    }

    private boolean hides(ServiceReference<?> reference, BundleContext from) {
        @Nullable Group group = held.get(owner(reference));
        if (group == null) {
            return false;
        }
        long reader = from.getBundle().getBundleId();
        return reader != self && !group.bundles.contains(reader) && isForOthers(reference, group.knownToCore);
    }

    private static long owner(ServiceReference<?> reference) {
        // Absent of one that has been unregistered.
        @Nullable Bundle bundle = reference.getBundle();
        return bundle == null ? -1 : bundle.getBundleId();
    }

    /** Whether a bundle offers anything that was kept from others although core knows of the bundle. */
    static boolean offersToOthers(Bundle bundle) {
        ServiceReference<?>[] offered = bundle.getRegisteredServices();
        return offered != null && Arrays.stream(offered).anyMatch(each -> isForOthers(each, true));
    }

    private static boolean isForOthers(ServiceReference<?> reference, boolean knownToCore) {
        if (!(reference.getProperty(Constants.OBJECTCLASS) instanceof String[] types)) {
            return true;
        }
        return Arrays.stream(types)
                .anyMatch(type -> !startsWith(FRAMEWORK, type)
                        && (startsWith(CORE, type) ? !knownToCore : isShared(reference.getBundle(), type)));
    }

    private static boolean startsWith(List<String> prefixes, String type) {
        return prefixes.stream().anyMatch(type::startsWith);
    }

    /** Nobody else can name a type of a package that a bundle has for itself. */
    private static boolean isShared(@Nullable Bundle bundle, String type) {
        @Nullable BundleWiring wiring = bundle == null ? null : bundle.adapt(BundleWiring.class);
        if (wiring == null) {
            return true;
        }
        String name = type.substring(0, Math.max(0, type.lastIndexOf('.')));
        return wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .anyMatch(each -> name.equals(
                                each.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)))
                || wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .anyMatch(each -> name.equals(each.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
    }
}
