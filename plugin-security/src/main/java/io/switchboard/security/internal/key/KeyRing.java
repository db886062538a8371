package io.switchboard.security.internal.key;

import io.switchboard.security.internal.Background;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's keys. They are read, and the first time made, in the background, so that the hub's start does not wait; until then there are
 * none. Safe for use from many threads.
 */
@Component(service = KeyRing.class, immediate = true)
public final class KeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    private final Path folder;
    private final Background work;
    private volatile Keys keys = new Keys(Map.of(), null);
    private volatile String fault = "";

    private record Keys(
            Map<String, SigningKey> known, @Nullable SigningKey signing) {}

    /** Begins to open the keys of the hub. */
    @Activate
    public KeyRing(BundleContext context) {
        this(Path.of(context.getProperty("switchboard.data")).resolve("keys"));
    }

    /** Begins to open the keys of a folder. */
    public KeyRing(Path folder) {
        this.folder = folder;
        this.work = Background.begin("switchboard-keys", this::open);
    }

    /** Ends what is still under way. */
    @Deactivate
    public void stop() {
        work.stop();
    }

    /** The key that signs; empty until there is one. */
    public Optional<SigningKey> signing() {
        return Optional.ofNullable(keys.signing());
    }

    /** The key of an id; empty where it is not the hub's. */
    public Optional<SigningKey> find(String id) {
        return Optional.ofNullable(keys.known().get(id));
    }

    /** All keys that verify, oldest first. */
    public List<SigningKey> all() {
        return List.copyOf(keys.known().values());
    }

    /** Why there are no keys and will be none; empty otherwise. */
    public String fault() {
        return fault;
    }

    /** Waits until opening has ended, well or not. */
    public void await() throws InterruptedException {
        work.await();
    }

    private void open() {
        try {
            Map<String, SigningKey> known = new LinkedHashMap<>();
            SigningKey last = null;
            for (SigningKey key : new KeyFolder(folder).open(Instant.now())) {
                known.put(key.id(), key);
                last = key;
            }
            keys = new Keys(known, last);
        } catch (IOException | GeneralSecurityException e) {
            fault = "The keys in " + folder + " cannot be read: " + e.getMessage();
            LOG.error("The keys in {} cannot be read; no token is issued or accepted", folder, e);
        }
    }
}
