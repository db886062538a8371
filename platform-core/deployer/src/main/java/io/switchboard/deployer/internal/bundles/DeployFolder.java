package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.internal.answer.Reports;
import io.switchboard.deployer.internal.watch.FileStamp;
import io.switchboard.deployer.internal.watch.FolderWatch;
import io.switchboard.deployer.internal.watch.Settling;
import io.switchboard.deployer.internal.watch.WatchedFolder;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code deploy/}: every jar that has come to rest is installed and started, and answered for. */
public final class DeployFolder implements WatchedFolder {
    /** The folder under {@code run/} from which deployed bundles run. */
    public static final String PRIVATE_COPIES = "deployed";

    static final Duration REST = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);

    /** Of a file that is to be taken again at the next look. */
    private static final FileStamp NEVER = new FileStamp(-1, FileTime.fromMillis(0), "");

    private final Path folder;
    private final Installer installer;
    private final PrivateCopies copies;
    private final Reports reports;
    private final Clock clock;
    private final Settling settling;
    private final Map<String, DeployedFile> deployments = new TreeMap<>();

    DeployFolder(Path folder, Path copies, Installer installer, Reports reports, Clock clock) {
        this.folder = folder;
        this.installer = installer;
        this.copies = new PrivateCopies(copies);
        this.reports = reports;
        this.clock = clock;
        settling = new Settling(REST, clock);
    }

    /** On the framework. */
    public static DeployFolder of(Path folder, Path run, FrameworkInstaller installer, Reports reports) {
        return new DeployFolder(folder, run.resolve(PRIVATE_COPIES), installer, reports, Clock.systemUTC());
    }

    @Override
    public Path path() {
        return folder;
    }

    @Override
    public synchronized Duration scan() {
        Map<String, FileStamp> present;
        try {
            present = list();
            reports.retain(present.keySet());
        } catch (IOException | DirectoryIteratorException e) {
            // Not the same as an empty folder: what runs goes on.
            LOG.warn("The folder {} cannot be read: {}", folder, e.toString());
            return FolderWatch.SLOW;
        }
        // Before the arrivals, so that a renamed file is not in its own way.
        boolean changed = removeAllBut(present.keySet());
        settling.retain(present.keySet());
        Duration next = FolderWatch.SLOW;
        for (Map.Entry<String, FileStamp> file : present.entrySet()) {
            @Nullable DeployedFile known = deployments.get(file.getKey());
            if (known != null && known.stamp().equals(file.getValue())) {
                continue;
            }
            Duration remaining = settling.remaining(file.getKey(), file.getValue());
            if (remaining.isZero()) {
                changed |= take(file.getKey(), file.getValue());
            } else if (remaining.compareTo(next) < 0) {
                next = remaining;
            }
        }
        if (changed) {
            attemptAll();
        } else {
            reportAll();
        }
        return next;
    }

    /** Looks again at all that is installed: the hub has come further in its start. */
    public synchronized void recheck() {
        attemptAll();
    }

    private Map<String, FileStamp> list() throws IOException {
        Map<String, FileStamp> present = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                Optional<FileStamp> stamp = FileStamp.of(file);
                if (stamp.isPresent() && !name.startsWith(".")) {
                    present.put(name, stamp.get());
                }
            }
        }
        return present;
    }

    private boolean removeAllBut(Set<String> present) {
        boolean changed = false;
        for (String name : new ArrayList<>(deployments.keySet())) {
            @Nullable DeployedFile deployment = present.contains(name) ? null : deployments.remove(name);
            if (deployment != null) {
                deployment.remove(installer);
                reports.forget(name);
                LOG.info("{} removed", name);
                changed = true;
            }
        }
        return changed;
    }

    private boolean take(String name, FileStamp stamp) {
        Path file = folder.resolve(name);
        DeployedFile deployment = deployments.computeIfAbsent(name, unknown -> new DeployedFile(name, NEVER));
        @Nullable Path copy = null;
        try {
            copy = copies.copy(file);
            if (!FileStamp.of(file).equals(Optional.of(stamp))) {
                PrivateCopies.drop(copy);
                return false; // changed under the copy; it has to come to rest again
            }
            BundleJar jar = BundleJar.read(copy);
            refuseDouble(name, jar);
            deployment.arrived(stamp, jar, installer.install(jar), installer);
        } catch (DeployFault e) {
            if (copy != null) {
                PrivateCopies.drop(copy);
            }
            deployment.refused(stamp, e.outcome(), installer);
        } catch (IOException e) {
            String why = e.toString();
            deployment.refused(
                    NEVER,
                    new Outcome(DeploymentState.REFUSED, "it cannot be copied: " + why, "无法复制：" + why),
                    installer);
        }
        return true;
    }

    private void refuseDouble(String name, BundleJar jar) throws DeployFault {
        for (DeployedFile other : deployments.values()) {
            @Nullable BundleJar same = other.newestJar();
            if (!other.file().equals(name) && same != null && same.same(jar)) {
                throw new DeployFault(
                        DeploymentState.REFUSED,
                        "the same bundle, " + jar.title() + ", is already there as " + other.file(),
                        "同一个 bundle（" + jar.title() + "）已由 " + other.file() + " 提供");
            }
        }
    }

    // One bundle may be what another waits for, in any order, so rounds go on until one brings nothing new up.
    private void attemptAll() {
        boolean more = true;
        while (more) {
            more = false;
            for (DeployedFile deployment : deployments.values()) {
                DeploymentState before = deployment.outcome().state();
                deployment.attempt(installer);
                more |= before != DeploymentState.RUNNING
                        && deployment.outcome().state() == DeploymentState.RUNNING;
            }
        }
        reportAll();
    }

    private void reportAll() {
        for (DeployedFile deployment : deployments.values()) {
            deployment.review(installer);
            report(deployment);
        }
    }

    private void report(DeployedFile deployment) {
        reports.tell(deployment.record(clock.instant()), deployment.arrival());
    }
}
