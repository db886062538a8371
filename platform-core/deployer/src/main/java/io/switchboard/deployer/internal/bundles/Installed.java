package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.BundleReview;
import io.switchboard.deployer.ConnectorStanding;
import io.switchboard.deployer.Traffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A content in the framework. Not safe for use from many threads. */
final class Installed {
    private static final Logger LOG = LoggerFactory.getLogger(Installed.class);

    private final Content content;
    private List<Long> bundles;
    private Optional<Traffic> holder = Optional.empty();
    private boolean held;
    private boolean shown;

    private Installed(Content content, List<Long> bundles) {
        this.content = content;
        this.bundles = bundles;
    }

    /** All of it, or nothing. */
    static Installed of(Content content, Installer installer) throws DeployFault {
        List<Long> bundles = new ArrayList<>();
        try {
            for (BundleJar jar : content.jars()) {
                bundles.add(installer.install(jar));
            }
        } catch (DeployFault e) {
            installer.uninstall(bundles);
            throw e;
        }
        return new Installed(content, bundles);
    }

    Content content() {
        return content;
    }

    List<Long> bundles() {
        return bundles;
    }

    /** After what it was replaced by has failed and it was put back. */
    void findAgain(Installer installer) {
        bundles = content.jars().stream()
                .flatMap(jar -> installer.find(jar).stream().boxed())
                .toList();
    }

    boolean runs(Installer installer) {
        return !bundles.isEmpty() && bundles.stream().allMatch(installer::runs);
    }

    /** Before it is started. Where core has begun anew since, which knows of nothing, so does this. */
    void hold(Calls calls, Installer installer) {
        Optional<Traffic> now = calls.known();
        if (held && (now.isEmpty() || now.equals(holder))) {
            return;
        }
        if (held) {
            LOG.info("{} is started again, since the hub's core was", content.names());
            stop(installer);
        }
        held = true;
        shown = false;
        holder = now;
        bundles.forEach(calls::hold);
        installer.hide(bundles, now.isPresent());
    }

    /** It has proved itself, and others may use what it offers: it is started again where they were to be told of that. False while it is not up. */
    boolean show(Installer installer) throws DeployFault {
        if (shown) {
            return true;
        }
        shown = true;
        if (!installer.show(bundles)) {
            return true;
        }
        stop(installer);
        return start(installer);
    }

    /** False while the hub is not far enough in its start. */
    boolean start(Installer installer) throws DeployFault {
        installer.resolve(bundles);
        boolean up = true;
        for (long bundle : bundles) {
            up &= installer.start(bundle);
        }
        return up;
    }

    /** What each bundle of it is now, taken together. */
    BundleReview review(Calls calls) {
        List<ConnectorStanding> connectors = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        List<String> ailments = new ArrayList<>();
        for (long bundle : bundles) {
            BundleReview review = calls.review(bundle);
            connectors.addAll(review.connectors());
            changes.addAll(review.changes());
            mistakes.addAll(review.mistakes());
            ailments.addAll(review.ailments());
        }
        return new BundleReview(connectors, changes, mistakes, ailments);
    }

    void stop(Installer installer) {
        bundles.forEach(installer::stop);
    }

    void remove(Installer installer) {
        installer.uninstall(bundles);
        content.drop();
    }

    /** The bundle of another content that has the same name as the one at {@code index}; itself when there is none. */
    long before(int index, Collection<Installed> others, Installer installer) {
        String name = content.jars().get(index).symbolicName();
        for (Installed other : others) {
            for (int i = 0; i < other.bundles.size(); i++) {
                if (other.content.jars().get(i).symbolicName().equals(name)) {
                    return other.bundles.get(i);
                }
            }
        }
        return installer.own(name).orElse(bundles.get(index));
    }
}
