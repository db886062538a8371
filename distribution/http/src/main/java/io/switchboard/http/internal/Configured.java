package io.switchboard.http.internal;

import io.switchboard.http.internal.edge.Guard;
import io.switchboard.http.internal.settings.HttpSettings;
import io.switchboard.http.internal.settings.HttpSettingsReader;
import io.switchboard.http.internal.settings.SettingsFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the configuration. One with mistakes does not count, and what was before stays; at the start nothing was before, and then
 * nobody is let in rather than everybody.
 */
final class Configured implements ManagedService {
    static final String PID = "io.switchboard.http";

    private static final Logger LOG = LoggerFactory.getLogger(Configured.class);

    private final Guard guard;
    private final Path home;
    private volatile Optional<HttpSettings> settings = Optional.empty();

    Configured(Guard guard, Path home) {
        this.guard = guard;
        this.home = home;
    }

    /** Those that count; empty where there never were any without mistakes. */
    Optional<HttpSettings> settings() {
        return settings;
    }

    /** Reads what is there already: ports cannot wait for somebody to tell. */
    void begin(BundleContext context) {
        Optional<Dictionary<String, Object>> there = stored(context);
        @Nullable String etc = context.getProperty("switchboard.etc");
        if (there.isEmpty() && etc != null && Files.exists(Path.of(etc, PID + ".cfg"))) {
            LOG.error("{}.cfg could not be used, so nobody is let in", PID);
            return;
        }
        use(there.orElse(null));
    }

    private static Optional<Dictionary<String, Object>> stored(BundleContext context) {
        @Nullable
        ServiceReference<ConfigurationAdmin> reference = context.getServiceReference(ConfigurationAdmin.class);
        if (reference == null) {
            return Optional.empty();
        }
        try {
            Configuration @Nullable [] found =
                    context.getService(reference).listConfigurations("(service.pid=" + PID + ")");
            return found == null ? Optional.empty() : Optional.ofNullable(found[0].getProperties());
        } catch (IOException | InvalidSyntaxException e) {
            LOG.error("The configuration {} cannot be read", PID, e);
            return Optional.empty();
        } finally {
            context.ungetService(reference);
        }
    }

    @Override
    public void updated(@Nullable Dictionary<String, ?> properties) {
        // At the start, that there is none was found out already, and it may be so because it could not be used.
        if (properties != null || settings.isPresent()) {
            use(properties);
        }
    }

    private void use(@Nullable Dictionary<String, ?> properties) {
        Map<String, Object> values = new HashMap<>();
        if (properties != null) {
            for (String key : Collections.list(properties.keys())) {
                values.put(key, properties.get(key));
            }
        }
        try {
            HttpSettings read = HttpSettingsReader.read(values, home);
            Optional<HttpSettings> before = settings;
            settings = Optional.of(read);
            guard.goBy(read);
            if (before.isPresent() && !ports(before.get()).equals(ports(read))) {
                LOG.warn("The ports of {}.cfg have changed; that takes a restart", PID);
            }
        } catch (SettingsFault e) {
            LOG.error(
                    "{}.cfg is not used: {}.{}",
                    PID,
                    e.getMessage(),
                    settings.isPresent() ? " What was before stays." : " Nobody is let in.");
        }
    }

    private static List<Object> ports(HttpSettings settings) {
        return List.of(settings.plain(), settings.tls(), settings.admin());
    }
}
