package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A framework in which bundles need other bundles by name, and some of them fail to start. */
final class FakeInstaller implements Installer {
    final Map<String, String> needs = new HashMap<>();
    final Set<String> failing = new HashSet<>();
    final Set<String> platform = new HashSet<>();
    final List<String> shortcomings = new ArrayList<>();
    boolean early;

    private final Map<Long, BundleJar> installed = new HashMap<>();
    private final Set<Long> running = new HashSet<>();
    private long next = 1;

    Set<String> running() {
        Set<String> titles = new TreeSet<>();
        running.forEach(id -> titles.add(jar(id).title()));
        return titles;
    }

    int installed() {
        return installed.size();
    }

    @Override
    public long install(BundleJar jar) throws DeployFault {
        if (platform.contains(jar.symbolicName())) {
            throw new DeployFault(DeploymentState.REFUSED, "of the platform", "平台");
        }
        if (!Files.exists(jar.file())) {
            throw new IllegalStateException("no private copy");
        }
        installed.put(next, jar);
        return next++;
    }

    @Override
    public void resolve(long bundle) throws DeployFault {
        String need = needs.get(jar(bundle).title());
        if (need != null
                && installed.values().stream()
                        .noneMatch(jar -> jar.symbolicName().equals(need))) {
            running.remove(bundle);
            throw new DeployFault(DeploymentState.WAITING, "it needs " + need, "需要" + need);
        }
    }

    @Override
    public boolean start(long bundle) throws DeployFault {
        resolve(bundle);
        if (failing.contains(jar(bundle).title())) {
            throw new DeployFault(DeploymentState.FAILED, "its activator failed", "失败");
        }
        if (early) {
            return false;
        }
        running.add(bundle);
        return true;
    }

    @Override
    public List<String> shortcomings(long bundle) {
        return shortcomings;
    }

    @Override
    public void stop(long bundle) {
        running.remove(bundle);
    }

    @Override
    public void uninstall(Collection<Long> bundles) {
        for (long bundle : bundles) {
            jar(bundle);
            installed.remove(bundle);
            running.remove(bundle);
        }
    }

    private BundleJar jar(long bundle) {
        BundleJar jar = installed.get(bundle);
        if (jar == null) {
            throw new IllegalStateException("bundle " + bundle + " is not installed");
        }
        return jar;
    }
}
