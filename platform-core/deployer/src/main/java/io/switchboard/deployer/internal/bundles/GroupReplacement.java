package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.internal.answer.Announcement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces bundles to which others are wired: their classes are in use there, so old and new cannot stand side by side. It is announced, calls
 * end, the others are stopped and started again on the new ones. When one of them does not come up, the old ones are put back.
 */
final class GroupReplacement {
    private static final Logger LOG = LoggerFactory.getLogger(GroupReplacement.class);
    /** What callers are told; mostly it takes a second or two. */
    private static final Duration ANNOUNCED = Duration.ofSeconds(10);
    /** Calls that were let in before the announcement. */
    private static final Duration CALLS = Duration.ofSeconds(10);

    private final BundleContext context;
    private final FrameworkWiring wiring;
    private final Needs needs;
    private final Calls calls;
    private final Announcement announcement;
    private final OwnBundles own;

    GroupReplacement(
            BundleContext context,
            FrameworkWiring wiring,
            Needs needs,
            Calls calls,
            Announcement announcement,
            OwnBundles own) {
        this.context = context;
        this.wiring = wiring;
        this.needs = needs;
        this.calls = calls;
        this.announcement = announcement;
        this.own = own;
    }

    /** Whether they cannot stand beside their like. */
    boolean carries(Collection<Long> ids) {
        List<Bundle> bundles = bundles(ids);
        return bundles.stream().anyMatch(OwnBundles::isAlone)
                || wiring.getDependencyClosure(bundles).stream().anyMatch(each -> !bundles.contains(each));
    }

    private List<Bundle> bundles(Collection<Long> ids) {
        List<Bundle> bundles = new ArrayList<>();
        for (long id : ids) {
            Bundle bundle = context.getBundle(id);
            if (bundle != null) {
                bundles.add(bundle);
            }
        }
        return bundles;
    }

    void replace(Collection<Long> oldIds, Collection<Long> freshIds) throws DeployFault {
        List<Bundle> old = bundles(oldIds);
        List<Bundle> fresh = bundles(freshIds);
        List<Bundle> others = new ArrayList<>(wiring.getDependencyClosure(old));
        others.removeAll(old);
        others.removeAll(fresh);
        refuseIrreplaceable(others);
        others.removeIf(each -> each.getState() != Bundle.ACTIVE);
        LOG.info("{} is replaced, and with it everything on it is started anew: {}", names(old), names(others));
        announcement.begin(Instant.now().plus(ANNOUNCED));
        try {
            awaitCalls();
            List<Place> places = old.stream().map(Place::of).toList();
            old.forEach(own::remember);
            exchange(old, fresh, others);
            @Nullable DeployFault failure = failure(fresh, others);
            if (failure != null) {
                putBack(places, fresh, others);
                throw failure;
            }
        } finally {
            announcement.end();
        }
    }

    private static void refuseIrreplaceable(List<Bundle> others) throws DeployFault {
        for (Bundle each : others) {
            if (OwnBundles.isIrreplaceable(each)) {
                throw new DeployFault(
                        DeploymentState.REFUSED,
                        each.getSymbolicName()
                                + " rests on it, which cannot be stopped; replace it in system/ and restart",
                        each.getSymbolicName() + " 依赖它且不能停止；请在 system/ 中替换并重启");
            }
        }
    }

    private void awaitCalls() {
        try {
            if (!calls.await(CALLS)) {
                LOG.warn("Calls are still under way after {} s; they will fail", CALLS.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void exchange(List<Bundle> gone, List<Bundle> come, List<Bundle> others) {
        for (Bundle bundle : gone) {
            try {
                bundle.uninstall();
            } catch (BundleException | IllegalStateException e) {
                LOG.warn("{} did not uninstall cleanly: {}", bundle.getSymbolicName(), Words.of(e));
            }
        }
        for (Bundle bundle : come) {
            start(bundle);
        }
        Refresh.of(wiring, gone);
        // The framework does so itself; one that was stopped by its own trouble gets another chance.
        others.forEach(this::start);
        come.forEach(this::start);
    }

    private void start(Bundle bundle) {
        try {
            if ((bundle.getState() & (Bundle.ACTIVE | Bundle.UNINSTALLED)) == 0) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("{} does not start: {}", bundle.getSymbolicName(), Words.of(e));
        }
    }

    private @Nullable DeployFault failure(List<Bundle> fresh, List<Bundle> others) {
        List<Bundle> down = new ArrayList<>(fresh);
        down.addAll(others);
        down.removeIf(each -> each.getState() == Bundle.ACTIVE);
        if (down.isEmpty()) {
            return null;
        }
        List<Bundle> unresolved = down.stream()
                .filter(each -> each.getState() == Bundle.INSTALLED)
                .toList();
        String why = unresolved.isEmpty()
                ? ""
                : ": " + needs.of(unresolved).outcome().en();
        return new DeployFault(
                DeploymentState.FAILED,
                "on it these bundles did not start, so the one before was put back: " + names(down) + why,
                "以下 bundle 无法在其上启动，已恢复原有版本：" + names(down) + why);
    }

    private void putBack(List<Place> places, List<Bundle> fresh, List<Bundle> others) {
        List<Bundle> back = new ArrayList<>();
        for (Place place : places) {
            try {
                Bundle bundle = context.installBundle(place.location);
                bundle.adapt(BundleStartLevel.class).setStartLevel(place.startLevel);
                back.add(bundle);
            } catch (BundleException e) {
                LOG.error("{} does not come back: {}", place.location, Words.of(e));
            }
        }
        own.forget(back);
        exchange(fresh, back, others);
    }

    private static String names(List<Bundle> bundles) {
        return bundles.stream().map(Bundle::getSymbolicName).sorted().collect(Collectors.joining(", "));
    }

    private record Place(String location, int startLevel) {
        static Place of(Bundle bundle) {
            return new Place(
                    bundle.getLocation(), bundle.adapt(BundleStartLevel.class).getStartLevel());
        }
    }
}
