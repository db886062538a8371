package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.Deployment;
import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.internal.watch.FileStamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file of the deploy folder: what of it runs, and what of it is on its way. The two differ while a new content has not
 * come up: then the old one goes on running.
 */
final class DeployedFile {
    private final String file;
    private FileStamp stamp;
    private @Nullable Installed running;
    private @Nullable Installed candidate;
    private long arrival;
    private Outcome outcome = Outcome.of(DeploymentState.STARTING);

    DeployedFile(String file, FileStamp stamp) {
        this.file = file;
        this.stamp = stamp;
    }

    String file() {
        return file;
    }

    FileStamp stamp() {
        return stamp;
    }

    Outcome outcome() {
        return outcome;
    }

    @Nullable
    BundleJar runningJar() {
        return running == null ? null : running.jar;
    }

    /** Tells one content from the next. */
    long arrival() {
        return arrival;
    }

    Deployment record(Instant now) {
        boolean bad = outcome.state() == DeploymentState.REFUSED || outcome.state() == DeploymentState.FAILED;
        boolean good = outcome.state() == DeploymentState.RUNNING || outcome.state() == DeploymentState.FAULTY;
        return new Deployment(
                file,
                outcome.state(),
                Stream.ofNullable(bad ? null : newestJar()).map(BundleJar::name).toList(),
                List.of(),
                List.of(),
                outcome.reason(),
                Stream.ofNullable(good ? null : runningJar())
                        .map(BundleJar::name)
                        .toList(),
                now);
    }

    /** Asks again whether all connectors of what runs are offered: they are read when the hub is ready for them. */
    void review(Installer installer) {
        if (running != null
                && (outcome.state() == DeploymentState.RUNNING || outcome.state() == DeploymentState.FAULTY)) {
            outcome = Outcome.running(installer.shortcomings(running.bundle));
        }
    }

    /** Of the newest content that was a bundle. */
    @Nullable
    BundleJar newestJar() {
        return candidate == null ? runningJar() : candidate.jar;
    }

    /** The content behind {@code stamp} was no bundle, or could not be installed; what runs goes on. */
    void refused(FileStamp stamp, Outcome why, Installer installer) {
        this.stamp = stamp;
        arrival++;
        dropCandidate(installer);
        outcome = why;
    }

    void arrived(FileStamp stamp, BundleJar jar, long bundle, Installer installer) {
        this.stamp = stamp;
        arrival++;
        dropCandidate(installer);
        candidate = new Installed(jar, bundle);
        outcome = Outcome.of(DeploymentState.STARTING);
    }

    /** Tries to bring up what is not running. Safe to call at any time. */
    void attempt(Installer installer) {
        try {
            if (candidate == null) {
                recheck(installer);
            } else if (running == null) {
                boolean up = installer.start(candidate.bundle);
                outcome = Outcome.of(up ? DeploymentState.RUNNING : DeploymentState.STARTING);
                if (up) {
                    running = candidate;
                    candidate = null;
                }
            } else {
                replace(running, candidate, installer);
            }
        } catch (DeployFault e) {
            outcome = e.outcome();
            if (outcome.state() != DeploymentState.WAITING) {
                dropCandidate(installer);
            }
        }
    }

    // The order in which an old version gives way to a new one is decided here and nowhere else.
    private void replace(Installed old, Installed fresh, Installer installer) throws DeployFault {
        installer.resolve(fresh.bundle);
        installer.stop(old.bundle);
        try {
            installer.start(fresh.bundle);
        } catch (DeployFault e) {
            installer.start(old.bundle);
            throw e;
        }
        running = fresh;
        candidate = null;
        outcome = Outcome.of(DeploymentState.RUNNING);
        uninstall(installer, List.of(old));
    }

    // What ran may have lost something that it needs.
    private void recheck(Installer installer) throws DeployFault {
        if (running == null
                || outcome.state() == DeploymentState.REFUSED
                || outcome.state() == DeploymentState.FAILED) {
            return;
        }
        Installed checked = running;
        try {
            outcome = Outcome.of(installer.start(checked.bundle) ? DeploymentState.RUNNING : DeploymentState.STARTING);
        } catch (DeployFault e) {
            running = null;
            candidate = checked;
            throw e;
        }
    }

    void remove(Installer installer) {
        List<Installed> all = new ArrayList<>();
        if (candidate != null) {
            all.add(candidate);
        }
        if (running != null) {
            installer.stop(running.bundle);
            all.add(running);
        }
        uninstall(installer, all);
    }

    private void dropCandidate(Installer installer) {
        if (candidate != null) {
            Installed dropped = candidate;
            candidate = null;
            uninstall(installer, List.of(dropped));
        }
    }

    private static void uninstall(Installer installer, List<Installed> all) {
        installer.uninstall(all.stream().map(Installed::bundle).toList());
        all.forEach(installed -> PrivateCopies.drop(installed.jar.file()));
    }

    private record Installed(BundleJar jar, long bundle) {}
}
