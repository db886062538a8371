package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.BundleName;
import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.internal.answer.Reports;
import io.switchboard.deployer.internal.watch.FileStamp;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All files that were taken, and what they are to each other. Not safe for use from many threads, but where it says so. */
final class DeployedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(DeployedFiles.class);

    /** Of a file that is to be taken again at the next look. */
    private static final FileStamp NEVER = new FileStamp(-1, FileTime.fromMillis(0), "");

    private final ContentReader reader;
    private final KeptContents kept;
    private final Installer installer;
    private final Calls calls;
    private final Succession succession;
    private final Reports reports;
    private final Clock clock;
    private final Map<String, DeployedFile> files = new TreeMap<>();
    private final Map<String, DeployedFile> aside = new TreeMap<>();
    private final Set<String> doubles = new TreeSet<>();
    /** Files of which an earlier content is on its way up or serves, and whose newest was not looked at yet. */
    private final Set<String> recalled = new TreeSet<>();

    private OptionalLong rules = OptionalLong.empty();
    private volatile boolean pending;

    DeployedFiles(
            ContentReader reader,
            KeptContents kept,
            Installer installer,
            Calls calls,
            Departures departures,
            BundledConfigurations configurations,
            Reports reports,
            Clock clock) {
        this.reader = reader;
        this.kept = kept;
        this.installer = installer;
        this.calls = calls;
        this.reports = reports;
        this.clock = clock;
        succession = new Succession(installer, calls, departures, configurations, this::serve);
    }

    private boolean serve(String symbolicName) {
        return files.values().stream()
                .anyMatch(each -> each.serving()
                        .filter(now -> now.content().has(symbolicName))
                        .isPresent());
    }

    /** Safe for use from many threads. */
    boolean pending() {
        return pending;
    }

    Content read(Path file) throws IOException, DeployFault {
        return reader.read(file);
    }

    /** The rules of trust have changed: what runs and may not any more goes, and what was refused is taken again. */
    void recheckTrust() {
        for (DeployedFile each : files.values()) {
            Optional<Outcome> why = each.newest().flatMap(reader::distrusted);
            if (why.isPresent()) {
                each.remove();
                each.refused(each.stamp(), why.get());
            } else if (each.outcome().state() == DeploymentState.REFUSED) {
                each.again(NEVER);
            }
        }
    }

    /** Has what was refused taken again when the hub may think otherwise of it now. */
    void recheckRules() {
        OptionalLong now = calls.rules();
        if (now.isEmpty() || now.equals(rules)) {
            return;
        }
        if (rules.isPresent()) {
            retake(DeploymentState.REFUSED);
        }
        rules = now;
    }

    /** Has what failed taken again, since it may have been for want of something that is there now. */
    void recheckFailed() {
        retake(DeploymentState.FAILED);
    }

    private void retake(DeploymentState state) {
        files.values().stream().filter(each -> each.outcome().state() == state).forEach(each -> each.again(NEVER));
    }

    /** Whether that file was taken as it is. */
    boolean knows(String file, FileStamp stamp) {
        @Nullable DeployedFile known = files.get(file);
        return known != null && known.stamp().equals(stamp) && !(doubles.contains(file) && !aside.isEmpty());
    }

    /** Whether the newest content of a file has to wait, until what served before the hub ended does so again. */
    boolean recalls(String file) {
        @Nullable DeployedFile known = files.get(file);
        if (known != null) {
            return recalled.contains(file) && known.outcome().state() == DeploymentState.STARTING;
        }
        Optional<Path> before = kept.of(file);
        if (before.isEmpty()) {
            return false;
        }
        try {
            arrived(file, NEVER, reader.read(before.get()));
            recalled.add(file);
            return true;
        } catch (IOException | DeployFault e) {
            LOG.error("What served of {} before the restart does not any more: {}", file, e.getMessage());
            kept.forget(file);
            return false;
        }
    }

    /** Whether the newest content of a file waited, and does not have to any longer. */
    boolean due() {
        return recalled.stream().anyMatch(file -> files.containsKey(file) && !recalls(file));
    }

    /** Takes out those that have gone. */
    boolean setAside(Set<String> present) {
        kept.retain(present);
        recalled.retainAll(present);
        for (String name : List.copyOf(files.keySet())) {
            if (!present.contains(name)) {
                @Nullable DeployedFile gone = files.remove(name);
                if (gone != null) {
                    aside.put(name, gone);
                }
            }
        }
        doubles.retainAll(present);
        return !aside.isEmpty();
    }

    /** Those that have gone and were not taken over go for good. */
    void removeAside() {
        aside.forEach((name, gone) -> {
            gone.remove();
            reports.forget(name);
            LOG.info("{} removed", name);
        });
        aside.clear();
    }

    void refused(String name, FileStamp stamp, Outcome why) {
        doubles.remove(name);
        recalled.remove(name);
        file(name).refused(stamp, why);
    }

    /** Has it taken again at the next look. */
    void unreadable(String name, Outcome why) {
        doubles.remove(name);
        recalled.remove(name);
        file(name).refused(NEVER, why);
    }

    void arrived(String name, FileStamp stamp, Content content) {
        DeployedFile file = file(name);
        doubles.remove(name);
        recalled.remove(name);
        if (file.serves(content)) {
            content.drop();
            file.touched(stamp);
            return;
        }
        Optional<DeployedFile> same = sameBundle(name, content);
        if (same.isPresent()) {
            content.drop();
            doubles.add(name);
            String other = same.get().file();
            String title = content.names().stream().map(BundleName::toString).collect(Collectors.joining(", "));
            file.refused(
                    stamp,
                    new Outcome(
                            DeploymentState.REFUSED,
                            "the same bundle, " + title + ", is already there as " + other
                                    + "; this one runs when that goes",
                            "同一个 bundle（" + title + "）已由 " + other + " 提供；它移除后本文件生效"));
            return;
        }
        aside.values().stream()
                .filter(gone -> gone.newest().filter(content::sharesABundleWith).isPresent())
                .findFirst()
                .ifPresent(file::inherit);
        if (file.serves(content)) {
            content.drop();
            file.touched(stamp);
            return;
        }
        try {
            file.arrived(stamp, Installed.of(content, installer));
        } catch (DeployFault e) {
            content.drop();
            file.refused(stamp, e.outcome());
        }
    }

    private DeployedFile file(String name) {
        return files.computeIfAbsent(name, unknown -> new DeployedFile(name, NEVER, succession));
    }

    private Optional<DeployedFile> sameBundle(String name, Content content) {
        return files.values().stream()
                .filter(other -> !other.file().equals(name))
                .filter(other -> other.newest()
                        .filter(newest -> newest.names().stream().anyMatch(content.names()::contains))
                        .isPresent())
                .findFirst();
    }

    /**
     * Brings up what can be brought up. One bundle may be what another waits for, in any order, so rounds go on until one brings nothing
     * new up.
     *
     * @param review whether to look at those too that run
     */
    void attempt(boolean review) {
        List<DeployedFile> due = new ArrayList<>(files.values());
        if (!review) {
            due.removeIf(each -> !each.pending());
        }
        boolean more = true;
        while (more) {
            more = false;
            for (DeployedFile each : due) {
                boolean before = each.pending();
                each.attempt();
                more |= before && !each.pending();
            }
            due.removeIf(each -> !each.pending());
        }
        pending = files.values().stream().anyMatch(DeployedFile::pending);
        for (DeployedFile each : files.values()) {
            keep(each);
            reports.tell(each.record(clock.instant()), each.arrival());
        }
    }

    private void keep(DeployedFile file) {
        if (file.serving().isEmpty() || recalled.contains(file.file())) {
            return;
        }
        if (file.servesOlder()) {
            kept.keep(file.file(), file.serving().get().content());
        } else {
            kept.forget(file.file());
        }
    }
}
