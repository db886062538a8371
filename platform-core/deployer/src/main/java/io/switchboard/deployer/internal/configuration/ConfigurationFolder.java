package io.switchboard.deployer.internal.configuration;

import io.switchboard.deployer.internal.watch.FileStamp;
import io.switchboard.deployer.internal.watch.FolderWatch;
import io.switchboard.deployer.internal.watch.Settling;
import io.switchboard.deployer.internal.watch.WatchedFolder;
import io.switchboard.secrets.SecretStore;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code etc/}, and those in {@code deploy/}: every {@code *.cfg} is a configuration. A file with a mistake in it is reported once and changes nothing. One that refers to
 * what is not there, or has no good one before it, is withheld: what it configures does not run, neither on defaults nor on what was
 * there before.
 */
public final class ConfigurationFolder implements WatchedFolder {
    /** Long enough for an editor to finish writing. */
    static final Duration REST = Duration.ofMillis(200);

    /** What of it has no configuration that suits it serves nobody, and would try so at every call. */
    private static final String OWN = "io.switchboard.";

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationFolder.class);

    private final Path folder;
    private final BooleanSupplier admitted;
    private final ConfigurationText text;
    private final Configurations configurations;
    private final Configured configured;
    private final Opinions opinions;
    private final Withheld withheld;
    private final String place;
    private final List<Path> secretFiles;
    private final Listener listener;
    private final Settling settling;
    private final Map<String, String> mistakes = new HashMap<>();
    private final Map<String, FileStamp> seen = new HashMap<>();
    private final Set<String> applied = new HashSet<>();
    private final Trials trials;
    private final Set<String> doubted = new HashSet<>();
    private List<Optional<FileStamp>> secretsSeen = List.of();

    ConfigurationFolder(
            Path folder,
            BooleanSupplier admitted,
            ConfigurationText text,
            Configurations configurations,
            Configured configured,
            Opinions opinions,
            Withheld withheld,
            String place,
            List<Path> secretFiles,
            Listener listener,
            Clock clock) {
        this.folder = folder;
        this.admitted = admitted;
        this.text = text;
        this.configurations = configurations;
        this.configured = configured;
        this.opinions = opinions;
        this.withheld = withheld;
        this.place = place;
        this.secretFiles = List.copyOf(secretFiles);
        this.listener = listener;
        this.settling = new Settling(REST, clock);
        this.trials = new Trials(clock);
    }

    /** On the framework. The {@code place} stands before the names of files that are withheld. */
    public static ConfigurationFolder of(
            Path folder,
            BooleanSupplier admitted,
            ConfigurationText text,
            SecretStore secrets,
            Configurations configurations,
            Configured configured,
            Opinions opinions,
            Withheld withheld,
            String place,
            Listener listener) {
        return new ConfigurationFolder(
                folder,
                admitted,
                text,
                configurations,
                configured,
                opinions,
                withheld,
                place,
                List.of(secrets.file(), secrets.keyFile()),
                listener,
                Clock.systemUTC());
    }

    @Override
    public Path path() {
        return folder;
    }

    /** Takes every file as it stands, without waiting for rest: at the start of the hub nobody is writing. */
    public synchronized void load() {
        scan(Duration.ofDays(1));
    }

    @Override
    public synchronized Duration scan() {
        return scan(Duration.ZERO);
    }

    private Duration scan(Duration tolerance) {
        Map<String, FileStamp> present = list();
        for (String gone : new HashSet<>(seen.keySet())) {
            if (!present.containsKey(gone)) {
                seen.remove(gone);
                ConfigurationId.ofFile(gone).ifPresent(id -> remove(gone, id));
            }
        }
        settling.retain(present.keySet());
        boolean otherSecrets = otherSecrets();
        Duration next = FolderWatch.SLOW;
        for (Map.Entry<String, FileStamp> file : present.entrySet()) {
            @Nullable FileStamp before = seen.get(file.getKey());
            if (before != null && before.equals(file.getValue())) {
                if (otherSecrets) {
                    ConfigurationId.ofFile(file.getKey()).ifPresent(id -> apply(file.getKey(), id));
                }
                continue;
            }
            Duration remaining = settling.remaining(file.getKey(), file.getValue());
            if (remaining.compareTo(tolerance) <= 0) {
                seen.put(file.getKey(), file.getValue());
                ConfigurationId.ofFile(file.getKey()).ifPresent(id -> apply(file.getKey(), id));
            } else if (remaining.compareTo(next) < 0) {
                next = remaining;
            }
        }
        if (trials.due()) {
            Opinions now = opinions.now();
            for (String file : List.copyOf(seen.keySet())) {
                ConfigurationId.ofFile(file).ifPresent(id -> review(file, id, now));
            }
        }
        seen.forEach(this::tell);
        return trials.fresh() && Trials.SOON.compareTo(next) < 0 ? Trials.SOON : next;
    }

    /** What the components say of what they were given; some are there only now, and some fail only when they are made. */
    private void review(String file, ConfigurationId id, Opinions now) {
        Optional<Map<String, Object>> values = trials.given(file);
        if (values.isEmpty() || mistakes.containsKey(file)) {
            return;
        }
        Path path = folder.resolve(file);
        String mistake = now.mistake(id.pid(), values.get(), key -> ConfigurationText.written(path, key));
        Opinions.Verdict verdict = now.verdict(id.pid(), values.get());
        if (!mistake.isEmpty()) {
            takeBack(file, id, mistake);
        } else if (!verdict.failure().isEmpty() && !trials.everWorked(file, values.get())) {
            String reason = "what it configures failed as it was made: " + verdict.failure();
            if (id.pid().startsWith(OWN) || trials.before(file).isPresent()) {
                takeBack(file, id, reason);
            } else if (doubted.add(file)) {
                LOG.error("{} may be wrong: {}.", path, reason);
            }
        } else if (verdict.worked()) {
            trials.works(file);
        }
        for (String doubt : now.doubts(id.pid(), values.get())) {
            if (doubted.add(file + doubt)) {
                LOG.warn("{}: {}; it has no effect.", path, doubt);
            }
        }
    }

    private void takeBack(String file, ConfigurationId id, String reason) {
        Optional<Map<String, Object>> before = trials.before(file);
        try {
            if (before.isPresent()) {
                configurations.set(id, before.get());
                trials.give(file, before.get());
                refuse(file, id, reason);
                return;
            }
        } catch (IOException e) {
            LOG.error("The configuration before {} could not be put back: {}", folder.resolve(file), e.toString());
        }
        withhold(file, id, reason);
    }

    private void tell(String file, FileStamp stamp) {
        ConfigurationId.ofFile(file).ifPresent(id -> {
            String mistake = mistakes.getOrDefault(file, "");
            listener.stands(file, id, stamp, mistake, !applied.contains(id.toString()));
        });
    }

    // Before any file is read: secrets that change while files are read are seen again at the next look.
    private boolean otherSecrets() {
        List<Optional<FileStamp>> now = secretFiles.stream().map(FileStamp::of).toList();
        boolean other = !now.equals(secretsSeen);
        secretsSeen = now;
        return other;
    }

    private Map<String, FileStamp> list() {
        Map<String, FileStamp> present = new TreeMap<>();
        if (!admitted.getAsBoolean()) {
            return present;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.cfg")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                Optional<FileStamp> stamp = FileStamp.of(file);
                if (stamp.isPresent() && ConfigurationId.ofFile(name).isPresent()) {
                    present.put(name, stamp.get());
                }
            }
            return present;
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that cannot be read (a file system that went away) is not an empty one: everything stays as it
            // is.
            LOG.warn("The folder {} cannot be read: {}", folder, e.toString());
            return new TreeMap<>(seen);
        }
    }

    private void apply(String file, ConfigurationId id) {
        try {
            Path path = folder.resolve(file);
            Map<String, Object> values = text.read(path);
            String mistake = opinions.mistake(id.pid(), values, key -> ConfigurationText.written(path, key));
            if (!mistake.isEmpty()) {
                throw new ConfigurationFault(mistake);
            }
            boolean changed = configurations.set(id, values);
            trials.give(file, values);
            doubted.removeIf(each -> each.startsWith(file));
            mistakes.remove(file);
            boolean before = !applied.add(id.toString());
            release(file, id);
            if (changed) {
                LOG.info("Configuration {} {}", id, before ? "changed" : "loaded");
            }
        } catch (MissingValue e) {
            withhold(file, id, e.reason());
        } catch (ConfigurationFault e) {
            refuse(file, id, e.reason());
        } catch (IOException e) {
            refuse(file, id, "it cannot be read: " + e);
        } catch (IllegalArgumentException e) {
            // ConfigurationAdmin takes no such keys. One file's trouble is not the others'.
            refuse(file, id, "it cannot be given out: " + e.getMessage());
        }
    }

    private void refuse(String file, ConfigurationId id, String reason) {
        mistakes.put(file, reason);
        if (applied.contains(id.toString())) {
            LOG.error("{} is not used: {}. The configuration before it stays.", folder.resolve(file), reason);
            withheld.passOver(place + file, reason);
        } else {
            withhold(file, id, reason);
        }
    }

    private void withhold(String file, ConfigurationId id, String reason) {
        mistakes.put(file, reason);
        LOG.error("{} is not used, and what it configures does not run: {}.", folder.resolve(file), reason);
        withheld.hold(place + file, reason);
        // Held first, or it would run on its defaults for a moment.
        if (id.name().isEmpty()) {
            configured.hold(id.pid());
        }
        drop(file, id);
    }

    private void release(String file, ConfigurationId id) {
        withheld.release(place + file);
        if (id.name().isEmpty()) {
            configured.release(id.pid());
        }
    }

    private void remove(String file, ConfigurationId id) {
        drop(file, id);
        release(file, id);
        mistakes.remove(file);
        listener.gone(file);
    }

    private void drop(String file, ConfigurationId id) {
        trials.forget(file);
        if (!applied.remove(id.toString())) {
            return;
        }
        try {
            configurations.remove(id);
            LOG.info("Configuration {} removed", id);
        } catch (IOException e) {
            LOG.error("The configuration of {} could not be removed: {}", folder.resolve(file), e.toString());
        }
    }
}
