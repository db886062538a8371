package io.switchboard.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
 * Follows the configuration until it says where the store is, once: another place would have none of the data. A configuration that
 * cannot be used opens no store at all, rather than an empty one beside the one that was meant.
 */
final class Settled implements ManagedService {
    private static final Logger LOG = LoggerFactory.getLogger(Settled.class);

    private final Consumer<StoreSettings> open;
    /** What it goes by; null: it was not settled yet. */
    private @Nullable Map<String, Object> settled;

    Settled(Consumer<StoreSettings> open) {
        this.open = open;
    }

    /** Reads what is there already. */
    void begin(BundleContext context) {
        Optional<Dictionary<String, Object>> there = stored(context);
        @Nullable String etc = context.getProperty("switchboard.etc");
        if (there.isEmpty() && etc != null && Files.exists(Path.of(etc, StoreSettings.PID + ".cfg"))) {
            LOG.error("{}.cfg could not be used, so there is no store until it can", StoreSettings.PID);
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
                    context.getService(reference).listConfigurations("(service.pid=" + StoreSettings.PID + ")");
            return found == null ? Optional.empty() : Optional.ofNullable(found[0].getProperties());
        } catch (IOException | InvalidSyntaxException e) {
            LOG.error("The configuration {} cannot be read", StoreSettings.PID, e);
            return Optional.empty();
        } finally {
            context.ungetService(reference);
        }
    }

    @Override
    public void updated(@Nullable Dictionary<String, ?> properties) {
        // At the start, that there is none was found out already, and it may be so because it could not be used.
        if (properties != null) {
            use(properties);
        }
    }

    private synchronized void use(@Nullable Dictionary<String, ?> properties) {
        Map<String, Object> values = new HashMap<>();
        if (properties != null) {
            for (String key : Collections.list(properties.keys())) {
                values.put(key, String.valueOf(properties.get(key)));
            }
        }
        try {
            StoreSettings read = StoreSettings.of(values);
            if (settled == null) {
                settled = values;
                open.accept(read);
            } else if (!settled.equals(values)) {
                LOG.warn("{}.cfg has changed; that takes a restart", StoreSettings.PID);
            }
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "{}.cfg is not used: {}.{}",
                    StoreSettings.PID,
                    e.getMessage(),
                    settled == null ? " There is no store until it can be." : " The store stays where it is.");
        }
    }
}
