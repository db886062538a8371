package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;

/** The bundles that the hub was started with, which stand in {@code system/} or on the class path. Safe for use from many threads. */
final class OwnBundles {
    private static final String CLASS_PATH = "classpath:";

    /** What carries out the replacement, or answers the callers meanwhile. */
    private static final Set<String> IRREPLACEABLE = Set.of(
            "io.switchboard.deployer",
            "io.switchboard.secrets",
            "io.switchboard.http",
            "io.switchboard.launcher",
            "org.apache.felix.http.jetty12",
            "org.apache.felix.configadmin",
            "org.apache.felix.scr");

    /** Others are not wired to them, but there is one file, and one address, that only one can hold. */
    private static final Set<String> ALONE =
            Set.of("io.switchboard.store", "io.switchboard.rest", "io.switchboard.deployments");

    private final BundleContext context;
    private final Map<String, Place> uninstalled = new ConcurrentHashMap<>();

    private record Place(String location, int startLevel) {}

    OwnBundles(BundleContext context) {
        this.context = context;
    }

    static boolean isDeployed(Bundle bundle) {
        return bundle.getLocation().contains("/" + DeployFolder.PRIVATE_COPIES + "/");
    }

    void refuseIrreplaceable(BundleJar jar) throws DeployFault {
        String name = jar.symbolicName();
        boolean onClassPath = false;
        for (Bundle bundle : context.getBundles()) {
            onClassPath |= name.equals(bundle.getSymbolicName())
                    && (bundle.getBundleId() == 0 || bundle.getLocation().startsWith(CLASS_PATH));
        }
        if (onClassPath) {
            throw new DeployFault(
                    DeploymentState.REFUSED,
                    name + " is a library of the hub; replace it in lib/ and restart",
                    name + " 是 hub 自带的库；请在 lib/ 中替换并重启");
        }
        if (IRREPLACEABLE.contains(name)) {
            throw new DeployFault(
                    DeploymentState.REFUSED,
                    name + " cannot be replaced while the hub runs; replace it in system/ and restart",
                    name + " 不能在 hub 运行时替换；请在 system/ 中替换并重启");
        }
    }

    /** The one of that name, whether it runs or not. */
    OptionalLong find(String symbolicName) {
        for (Bundle bundle : context.getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName()) && !isDeployed(bundle)) {
                return OptionalLong.of(bundle.getBundleId());
            }
        }
        return OptionalLong.empty();
    }

    static boolean isIrreplaceable(Bundle bundle) {
        return IRREPLACEABLE.contains(String.valueOf(bundle.getSymbolicName()));
    }

    static boolean isAlone(Bundle bundle) {
        return ALONE.contains(String.valueOf(bundle.getSymbolicName()));
    }

    /** One is about to be uninstalled, to come back later. */
    void remember(Bundle bundle) {
        if (!isDeployed(bundle)) {
            uninstalled.put(
                    bundle.getSymbolicName(),
                    new Place(
                            bundle.getLocation(),
                            bundle.adapt(BundleStartLevel.class).getStartLevel()));
        }
    }

    /** They are there again. */
    void forget(Collection<Bundle> back) {
        back.forEach(bundle -> uninstalled.remove(bundle.getSymbolicName()));
    }

    /** Installs those again that were uninstalled, and does not start them. */
    List<Long> reinstall(Collection<String> symbolicNames) throws DeployFault {
        List<Long> back = new ArrayList<>();
        for (String name : symbolicNames) {
            @Nullable Place place = uninstalled.get(name);
            if (place == null) {
                continue;
            }
            try {
                Bundle bundle = context.installBundle(place.location);
                bundle.adapt(BundleStartLevel.class).setStartLevel(place.startLevel);
                uninstalled.remove(name);
                back.add(bundle.getBundleId());
            } catch (BundleException e) {
                throw new DeployFault(DeploymentState.FAILED, Words.of(e), Words.of(e));
            }
        }
        return back;
    }
}
