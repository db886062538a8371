package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.internal.bundles.Outcome.State;
import io.switchboard.deployer.internal.watch.FileStamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of the deploy folder: what of it runs, and what of it is on its way. The two differ while a new content has not
 * come up: then the old one goes on running.
 */
final class Deployment {
    private final String file;
    private FileStamp stamp;
    private @Nullable Installed running;
    private @Nullable Installed candidate;
    private Outcome outcome = Outcome.of(State.STARTING);

    Deployment(String file, FileStamp stamp) {
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

    /** Asks again whether all connectors of what runs are offered: they are read when the hub is ready for them. */
    void review(Installer installer) {
        if (running != null && (outcome.state() == State.RUNNING || outcome.state() == State.FAULTY)) {
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
        dropCandidate(installer);
        outcome = why;
    }

    void arrived(FileStamp stamp, BundleJar jar, long bundle, Installer installer) {
        this.stamp = stamp;
        dropCandidate(installer);
        candidate = new Installed(jar, bundle);
        outcome = Outcome.of(State.STARTING);
    }

    /** Tries to bring up what is not running. Safe to call at any time. */
    void attempt(Installer installer) {
        try {
            if (candidate == null) {
                recheck(installer);
            } else if (running == null) {
                boolean up = installer.start(candidate.bundle);
                outcome = Outcome.of(up ? State.RUNNING : State.STARTING);
                if (up) {
                    running = candidate;
                    candidate = null;
                }
            } else {
                replace(running, candidate, installer);
            }
        } catch (DeployFault e) {
            outcome = e.outcome();
            if (outcome.state() != State.WAITING) {
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
        outcome = Outcome.of(State.RUNNING);
        uninstall(installer, List.of(old));
    }

    // What ran may have lost something that it needs.
    private void recheck(Installer installer) throws DeployFault {
        if (running == null || outcome.state() == State.REFUSED || outcome.state() == State.FAILED) {
            return;
        }
        Installed checked = running;
        try {
            outcome = Outcome.of(installer.start(checked.bundle) ? State.RUNNING : State.STARTING);
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
