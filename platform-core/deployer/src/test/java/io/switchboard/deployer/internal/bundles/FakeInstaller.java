package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A framework in which bundles need other bundles by name, and some of them fail to start, or are not well when they have. */
final class FakeInstaller implements Installer {
    final Map<String, String> needs = new HashMap<>();
    final Set<String> failing = new HashSet<>();
    final Set<String> unwell = new HashSet<>();
    /** Those with a component that fails as it is made. */
    final Set<String> broken = new HashSet<>();

    final Set<String> platform = new HashSet<>();
    final Set<String> carriers = new HashSet<>();
    /** Those with services that others use. */
    final Set<String> offering = new HashSet<>();

    final Set<Long> hidden = new TreeSet<>();
    final List<String> done = new ArrayList<>();
    boolean early;

    private final Map<Long, String> titles = new TreeMap<>();
    private final Map<BundleJar, Long> installed = new HashMap<>();
    private final Map<String, Long> own = new HashMap<>();
    private final Set<String> ownUninstalled = new HashSet<>();
    private final Set<Long> running = new TreeSet<>();
    private long next = 1;

    /** A bundle of the hub's own that runs. */
    void own(String name, String version) {
        titles.put(next, name + ' ' + version);
        own.put(name, next);
        running.add(next++);
    }

    synchronized Set<String> running() {
        Set<String> names = new TreeSet<>();
        running.forEach(id -> names.add(title(id)));
        return names;
    }

    synchronized int installed() {
        return installed.size();
    }

    long id(String title) {
        return titles.entrySet().stream()
                .filter(each -> each.getValue().equals(title))
                .mapToLong(Map.Entry::getKey)
                .max()
                .orElseThrow();
    }

    @Override
    public synchronized long install(BundleJar jar) throws DeployFault {
        if (platform.contains(jar.symbolicName())) {
            throw new DeployFault(DeploymentState.REFUSED, "of the platform", "平台");
        }
        if (!Files.exists(jar.file())) {
            throw new IllegalStateException("no private copy");
        }
        installed.put(jar, next);
        titles.put(next, jar.title());
        return next++;
    }

    @Override
    public synchronized OptionalLong find(BundleJar jar) {
        Long id = installed.get(jar);
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    @Override
    public synchronized void resolve(Collection<Long> bundles) throws DeployFault {
        for (long bundle : bundles) {
            String need = needs.get(title(bundle));
            if (need != null
                    && installed.keySet().stream()
                            .noneMatch(jar -> jar.symbolicName().equals(need))) {
                running.remove(bundle);
                throw new DeployFault(DeploymentState.WAITING, "it needs " + need, "需要" + need);
            }
        }
    }

    @Override
    public boolean early() {
        return early;
    }

    @Override
    public synchronized boolean start(long bundle) throws DeployFault {
        resolve(List.of(bundle));
        if (failing.contains(title(bundle))) {
            throw new DeployFault(DeploymentState.FAILED, "its activator failed", "失败");
        }
        if (early) {
            return false;
        }
        if (running.add(bundle)) {
            done.add("start " + title(bundle));
        }
        return true;
    }

    @Override
    public synchronized boolean runs(long bundle) {
        return running.contains(bundle);
    }

    @Override
    public void examine(long bundle, long before) throws DeployFault {
        if (broken.contains(title(bundle))) {
            throw new DeployFault(DeploymentState.FAILED, "it failed as it was made", "创建失败");
        }
        if (unwell.contains(title(bundle))) {
            throw new DeployFault(DeploymentState.WAITING, "it needs the configuration x", "需要配置 x");
        }
    }

    @Override
    public synchronized void stop(long bundle) {
        if (running.remove(bundle)) {
            done.add("stop " + title(bundle));
        }
    }

    @Override
    public void hide(Collection<Long> bundles, boolean knownToCore) {
        done.add("hide " + bundles + (knownToCore ? "" : " from core too"));
        hidden.addAll(bundles);
    }

    @Override
    public boolean show(Collection<Long> bundles) {
        hidden.removeAll(bundles);
        return bundles.stream().anyMatch(bundle -> offering.contains(title(bundle)));
    }

    @Override
    public synchronized void uninstall(Collection<Long> bundles) {
        for (long bundle : bundles) {
            title(bundle);
            stop(bundle);
            titles.remove(bundle);
            installed.values().remove(bundle);
        }
    }

    /** As at the end of a hub. */
    void uninstallAll() {
        uninstall(List.copyOf(installed.values()));
    }

    @Override
    public OptionalLong own(String symbolicName) {
        Long id = own.get(symbolicName);
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    @Override
    public void rest(long bundle) {
        stop(bundle);
    }

    @Override
    public boolean carries(Collection<Long> bundles) {
        return bundles.stream().anyMatch(bundle -> carriers.contains(title(bundle)));
    }

    @Override
    public synchronized void replaceGroup(Collection<Long> old, Collection<Long> fresh) throws DeployFault {
        for (long bundle : fresh) {
            if (failing.contains(title(bundle))) {
                throw new DeployFault(DeploymentState.FAILED, "the group does not start", "失败");
            }
        }
        for (long bundle : old) {
            stop(bundle);
            installed.values().remove(bundle);
            own.entrySet().stream()
                    .filter(each -> each.getValue() == bundle)
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(name -> {
                        own.remove(name);
                        ownUninstalled.add(title(bundle));
                    });
        }
        for (long bundle : fresh) {
            start(bundle);
        }
        done.add("group");
    }

    @Override
    public synchronized List<Long> putBack(Collection<String> symbolicNames) {
        List<Long> back = new ArrayList<>();
        for (String title : List.copyOf(ownUninstalled)) {
            String name = title.substring(0, title.indexOf(' '));
            if (symbolicNames.contains(name)) {
                ownUninstalled.remove(title);
                titles.put(next, title);
                own.put(name, next);
                back.add(next++);
            }
        }
        return back;
    }

    private synchronized String title(long bundle) {
        String title = titles.get(bundle);
        if (title == null) {
            throw new IllegalStateException("bundle " + bundle + " is not installed");
        }
        return title;
    }
}
