package io.switchboard.deployer.internal.configuration;

import io.switchboard.deployer.internal.watch.FileStamp;
import io.switchboard.deployer.internal.watch.FolderWatch;
import io.switchboard.deployer.internal.watch.Settling;
import io.switchboard.deployer.internal.watch.WatchedFolder;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code etc/}: every {@code *.cfg} is a configuration. A broken file is reported once and changes nothing. */
public final class ConfigurationFolder implements WatchedFolder {
    /** Long enough for an editor to finish writing. */
    static final Duration REST = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationFolder.class);

    private final Path folder;
    private final ConfigurationText text;
    private final Configurations configurations;
    private final Settling settling;
    private final Map<String, FileStamp> seen = new HashMap<>();
    private final Set<ConfigurationId> applied = new HashSet<>();

    ConfigurationFolder(Path folder, References references, Configurations configurations, Clock clock) {
        this.folder = folder;
        this.text = new ConfigurationText(references);
        this.configurations = configurations;
        this.settling = new Settling(REST, clock);
    }

    /** On the framework, whose properties the files may refer to. */
    public static ConfigurationFolder of(Path folder, BundleContext context, ConfigurationAdmin admin) {
        return new ConfigurationFolder(
                folder,
                new References(System::getenv, context::getProperty),
                new AdminConfigurations(admin),
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
        Duration next = FolderWatch.SLOW;
        for (Map.Entry<String, FileStamp> file : present.entrySet()) {
            if (file.getValue().equals(seen.get(file.getKey()))) {
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
        return next;
    }

    private Map<String, FileStamp> list() {
        Map<String, FileStamp> present = new TreeMap<>();
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
            configurations.set(id, text.read(folder.resolve(file)));
            boolean before = !applied.add(id);
            LOG.info("Configuration {} {}", id, before ? "changed" : "loaded");
        } catch (ConfigurationFault e) {
            LOG.error("{} is not used: {}.{}", folder.resolve(file), e.getMessage(), stays(id));
        } catch (IOException e) {
            LOG.error("{} cannot be read: {}.{}", folder.resolve(file), e.toString(), stays(id));
        }
    }

    private String stays(ConfigurationId id) {
        return applied.contains(id) ? " The configuration before it stays." : "";
    }

    private void remove(String file, ConfigurationId id) {
        if (!applied.remove(id)) {
            return;
        }
        try {
            configurations.remove(id);
            LOG.info("Configuration {} removed", id);
        } catch (IOException e) {
            LOG.error("{} is gone, but its configuration could not be removed: {}", folder.resolve(file), e.toString());
        }
    }
}
