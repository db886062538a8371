package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.Reason;
import io.switchboard.deployer.internal.answer.Droppable;
import io.switchboard.deployer.internal.answer.Reports;
import io.switchboard.deployer.internal.trust.Trust;
import io.switchboard.deployer.internal.watch.FileStamp;
import io.switchboard.deployer.internal.watch.FolderWatch;
import io.switchboard.deployer.internal.watch.Settling;
import io.switchboard.deployer.internal.watch.WatchedFolder;
import io.switchboard.deployer.internal.watch.Whole;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code deploy/}: finds out what has come and gone, and has every file that is there to its end taken and answered for. */
public final class DeployFolder implements WatchedFolder {
    /** The folder under {@code run/} from which deployed bundles run. */
    public static final String PRIVATE_COPIES = "deployed";

    static final Duration REST = Duration.ofMillis(500);

    private static final Duration SOON = Duration.ofMillis(20);

    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);

    private final Path folder;
    private final DeployedFiles files;
    private final Trust trust;
    private final Reports reports;
    private final Settling settling;
    private final Map<String, FileStamp> tried = new TreeMap<>();
    private final AtomicBoolean stirred = new AtomicBoolean();
    private final AtomicBoolean trustChanged = new AtomicBoolean();
    private final AtomicBoolean storeIsBack = new AtomicBoolean();
    private final Clock clock;
    private long lastReview;

    DeployFolder(Path folder, DeployedFiles files, Trust trust, Reports reports, Clock clock) {
        this.trust = trust;
        this.folder = folder;
        this.files = files;
        this.reports = reports;
        this.clock = clock;
        settling = new Settling(REST, clock);
    }

    /** On the framework. */
    public static DeployFolder of(
            Path folder,
            Path run,
            Path data,
            FrameworkInstaller installer,
            Calls calls,
            Departures departures,
            BundledConfigurations configurations,
            Reports reports,
            Trust trust) {
        Clock clock = Clock.systemUTC();
        ContentReader reader = new ContentReader(new PrivateCopies(run.resolve(PRIVATE_COPIES)), trust);
        return new DeployFolder(
                folder,
                new DeployedFiles(
                        reader,
                        new KeptContents(data.resolve(KeptContents.FOLDER)),
                        installer,
                        calls,
                        departures,
                        configurations,
                        reports,
                        clock),
                trust,
                reports,
                clock);
    }

    @Override
    public Path path() {
        return folder;
    }

    /** What runs has to be looked at again at the next look. Safe for use from many threads. */
    public void stir() {
        stirred.set(true);
    }

    /** The store is back; what failed is tried again at the next look. Safe for use from many threads. */
    public void storeIsBack() {
        storeIsBack.set(true);
    }

    /** The rules of trust have changed; what that means is seen at the next look. Safe for use from many threads. */
    public void distrust() {
        trustChanged.set(true);
    }

    /** Whether anything changes by itself when other things do. Safe for use from many threads. */
    public boolean pending() {
        return files.pending();
    }

    @Override
    public synchronized Duration scan() {
        Map<String, FileStamp> present;
        try {
            present = list();
        } catch (IOException | DirectoryIteratorException e) {
            // Not the same as an empty folder: what runs goes on.
            LOG.warn("The folder {} cannot be read: {}", folder, e.toString());
            return FolderWatch.SLOW;
        }
        setConfigurationsApart(present);
        if (trustChanged.getAndSet(false)) {
            files.recheckTrust();
        }
        files.recheckRules();
        if (storeIsBack.getAndSet(false)) {
            files.recheckFailed();
        }
        settling.retain(present.keySet());
        tried.keySet().retainAll(present.keySet());
        boolean review = stirred.getAndSet(false) || clock.millis() - lastReview >= FolderWatch.SLOW.toMillis();
        // Kept aside until the arrivals are there, one of which may be the same bundle under another name.
        review |= files.setAside(present.keySet());
        Duration next = FolderWatch.SLOW;
        for (Map.Entry<String, FileStamp> file : present.entrySet()) {
            if (files.knows(file.getKey(), file.getValue()) || files.recalls(file.getKey())) {
                continue;
            }
            Duration remaining = settling.remaining(file.getKey(), file.getValue());
            if (remaining.isZero() || seemsWhole(file.getKey(), file.getValue())) {
                take(file.getKey(), file.getValue(), remaining.isZero());
            } else if (remaining.compareTo(next) < 0) {
                next = remaining;
            }
        }
        files.removeAside();
        files.attempt(review);
        if (review) {
            lastReview = clock.millis();
        }
        return files.due() ? SOON : next;
    }

    // They have a folder of their own to look after them.
    private void setConfigurationsApart(Map<String, FileStamp> present) {
        if (!trust.takesConfigurations()) {
            Reason reason = new Reason(
                    "this hub takes signed bundles only, and a configuration cannot be signed; put it into etc/, or into a signed archive",
                    "本 hub 只接受已签名的 bundle，而配置文件无法签名；请放入 etc/，或放入已签名的归档");
            present.forEach((file, stamp) -> {
                if (Droppable.CFG.is(file)) {
                    reports.tell(DroppedConfigurations.refused(file, reason, clock.instant()), stamp.hashCode());
                }
            });
        }
        present.keySet().removeIf(Droppable.CFG::is);
    }

    // Once for each content: a copy that goes on is looked at when it has come to rest.
    private boolean seemsWhole(String file, FileStamp stamp) {
        return !stamp.equals(tried.put(file, stamp)) && Whole.seems(folder.resolve(file));
    }

    private void take(String name, FileStamp stamp, boolean atRest) {
        Path file = folder.resolve(name);
        try {
            Content content = files.read(file);
            if (!FileStamp.of(file).equals(Optional.of(stamp))) {
                content.drop(); // changed under the copy; it has to come to rest again
                return;
            }
            files.arrived(name, stamp, content);
        } catch (DeployFault e) {
            if (atRest) {
                files.refused(name, stamp, e.outcome());
            }
        } catch (IOException e) {
            String why = e.toString();
            files.unreadable(
                    name,
                    new Outcome(
                            DeploymentState.WAITING,
                            "it cannot be copied yet (" + why + "); it is tried again",
                            "暂时无法复制（" + why + "），将自动重试"));
        }
    }

    private Map<String, FileStamp> list() throws IOException {
        Map<String, FileStamp> present = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Droppable::any)) {
            for (Path file : all) {
                Optional<FileStamp> stamp = FileStamp.of(file);
                stamp.ifPresent(known -> present.put(file.getFileName().toString(), known));
            }
        }
        reports.retain(present.keySet());
        return present;
    }
}
