package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.BundleReview;
import io.switchboard.deployer.DeploymentState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The order in which one version of a bundle takes over from another is decided here and nowhere else: the new one is started beside the old
 * and held back, it proves itself, it is given the calls, those that were under way end, the old one goes. At any failure the new one
 * goes, and the old one has not noticed.
 */
final class Succession {
    private static final Logger LOG = LoggerFactory.getLogger(Succession.class);

    private final Installer installer;
    private final Calls calls;
    private final Departures departures;
    private final BundledConfigurations configurations;
    /** Whether a bundle of that name serves from any file. */
    private final Predicate<String> deployed;
    /** Names of the hub's own bundles that rest, or will when calls have ended; also the lock for whether they do. */
    private final Set<String> displaced = new HashSet<>();

    Succession(
            Installer installer,
            Calls calls,
            Departures departures,
            BundledConfigurations configurations,
            Predicate<String> deployed) {
        this.installer = installer;
        this.calls = calls;
        this.departures = departures;
        this.configurations = configurations;
        this.deployed = deployed;
    }

    Installer installer() {
        return installer;
    }

    Calls calls() {
        return calls;
    }

    /** False while it has to wait for the hub to start. Afterwards the new content serves, and the old one is on its way out. */
    boolean bringUp(String file, Installed fresh, Optional<Installed> old) throws DeployFault {
        configurations.give(file, fresh.content());
        installer.resolve(fresh.bundles());
        List<Long> own = own(fresh.content());
        if (installer.early() && (old.isPresent() || !own.isEmpty())) {
            return false;
        }
        List<Long> before = Stream.concat(old.stream().flatMap(each -> each.bundles().stream()), own.stream())
                .toList();
        if (!before.isEmpty() && installer.carries(before)) {
            replaceGroup(fresh, old, before);
            return true;
        }
        boolean beside =
                !before.isEmpty() || fresh.content().jars().stream().anyMatch(jar -> deployed.test(jar.symbolicName()));
        if (beside) {
            fresh.hold(calls, installer);
        }
        if (!fresh.start(installer)) {
            return false;
        }
        if (beside) {
            prove(fresh, old);
            if (!fresh.show(installer)) {
                return false;
            }
            prove(fresh, old);
        }
        fresh.bundles().forEach(calls::admit);
        if (!before.isEmpty()) {
            fresh.content().jars().forEach(jar -> displace(jar.symbolicName()));
            departures.afterCalls(
                    () -> {
                        fresh.content().jars().forEach(jar -> rest(jar.symbolicName()));
                        old.ifPresent(each -> each.stop(installer));
                    },
                    () -> old.ifPresent(each -> each.remove(installer)));
        }
        old.ifPresent(each -> restoreOwn(namesNotIn(each.content(), fresh.content())));
        return true;
    }

    private List<Long> own(Content content) {
        List<Long> own = new ArrayList<>();
        content.jars()
                .forEach(jar -> installer.own(jar.symbolicName()).ifPresent(id -> {
                    if (installer.runs(id) || installer.early()) {
                        own.add(id);
                    }
                }));
        return own;
    }

    private void prove(Installed fresh, Optional<Installed> old) throws DeployFault {
        BundleReview review = fresh.review(calls);
        if (!review.mistakes().isEmpty()) {
            throw new DeployFault(Outcome.mistaken(DeploymentState.REFUSED, review.mistakes()));
        }
        for (int i = 0; i < fresh.bundles().size(); i++) {
            installer.examine(
                    fresh.bundles().get(i), fresh.before(i, old.stream().toList(), installer));
        }
        if (!review.ailments().isEmpty()) {
            throw new DeployFault(Outcome.ailing(DeploymentState.WAITING, review.ailments()));
        }
    }

    private void replaceGroup(Installed fresh, Optional<Installed> old, List<Long> before) throws DeployFault {
        try {
            installer.replaceGroup(before, fresh.bundles());
        } catch (DeployFault e) {
            old.ifPresent(each -> each.findAgain(installer));
            throw e;
        }
        old.ifPresent(each -> each.content().drop());
    }

    /** The new content does not come up: it goes, and the configurations of the old one are as they were. */
    void giveUp(String file, Installed fresh, Optional<Installed> old) {
        if (old.isPresent()) {
            try {
                configurations.give(file, old.get().content());
            } catch (DeployFault e) {
                LOG.error("The configurations in {} before this one cannot be read any more: {}", file, e.getMessage());
            }
        } else {
            configurations.take(file, fresh.content());
        }
        // At once: nobody calls it, and its successor may be on its way.
        fresh.stop(installer);
        fresh.remove(installer);
    }

    /** The file has gone: what the hub itself has instead comes back, and takes the calls over in the same way. */
    void end(String file, Installed last) {
        List<String> names =
                last.content().jars().stream().map(BundleJar::symbolicName).toList();
        try {
            List<Long> group = installer.putBack(names);
            if (!group.isEmpty()) {
                installer.replaceGroup(last.bundles(), group);
                last.content().drop();
                configurations.take(file, last.content());
                return;
            }
        } catch (DeployFault e) {
            LOG.error("{} has gone, and the hub's own bundle does not come back: {}", file, e.getMessage());
        }
        boolean replaced = restoreOwn(names);
        Runnable stop = () -> {
            last.stop(installer);
            configurations.take(file, last.content());
        };
        Runnable remove = () -> last.remove(installer);
        if (replaced) {
            departures.afterCalls(stop, remove);
        } else {
            departures.now(stop, remove);
        }
    }

    private void displace(String name) {
        synchronized (displaced) {
            displaced.add(name);
        }
    }

    // Later, on another thread: the file may have gone again meanwhile.
    private void rest(String name) {
        synchronized (displaced) {
            OptionalLong own = installer.own(name);
            if (displaced.contains(name) && own.isPresent()) {
                installer.rest(own.getAsLong());
            }
        }
    }

    private boolean restoreOwn(List<String> names) {
        boolean any = false;
        for (String name : names) {
            synchronized (displaced) {
                OptionalLong own = installer.own(name);
                if (own.isPresent() && !deployed.test(name) && displaced.remove(name)) {
                    any |= restore(name, own.getAsLong());
                }
            }
        }
        return any;
    }

    private boolean restore(String name, long own) {
        try {
            if (!installer.runs(own)) {
                calls.hold(own);
                installer.start(own);
            }
            calls.admit(own);
            LOG.info("The hub's own {} is back", name);
            return true;
        } catch (DeployFault e) {
            LOG.error("The hub's own {} does not come back: {}", name, e.getMessage());
            return false;
        }
    }

    private static List<String> namesNotIn(Content old, Content fresh) {
        return old.jars().stream()
                .map(BundleJar::symbolicName)
                .filter(name -> !fresh.has(name))
                .toList();
    }
}
