package io.switchboard.security.internal.key;

import io.switchboard.security.internal.Background;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's keys. They are read, and the first time made, in the background, so that the hub's start does not wait; until then there are
 * none. From then on the folder is looked at again and again: for keys of other nodes, for old ones whose tokens have all ended, and for
 * whether it is time for a new one. Safe for use from many threads.
 */
@Component(service = KeyRing.class, immediate = true, configurationPid = "io.switchboard.security")
public final class KeyRing {
    /** How long the longest of the hub's tokens lasts. */
    public static final Duration LONGEST_TOKEN = Duration.ofMinutes(15);

    /** How long before it signs a new key is published, so that whoever keeps the published keys for a while has it in time. */
    public static final Duration PUBLISHED_BEFORE = Duration.ofHours(1);

    /** How long after its last signature a key verifies: for its last tokens, and for clocks that differ. */
    static final Duration KEPT_AFTER = LONGEST_TOKEN.plusMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final Duration LOOKED_AT = Duration.ofSeconds(10);

    private final KeyFolder folder;
    private final int days;
    private final InstantSource clock;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Background work;
    private volatile Keys keys = Keys.NONE;
    private volatile String fault = "";

    /** Settings of the keys. */
    public @interface Settings {
        /** After how many days a new key follows by itself; 0: only when somebody asks for it. */
        int key_days() default 0;
    }

    /** A key that was made, and from when on it signs. */
    public record Rotation(String keyId, Instant signsFrom) {}

    /** Begins to open the keys of the hub. */
    @Activate
    public KeyRing(BundleContext context, Settings settings) {
        this(
                Path.of(context.getProperty("switchboard.data")).resolve("keys"),
                settings.key_days(),
                InstantSource.system());
    }

    /** Begins to open the keys of a folder. */
    public KeyRing(Path folder) {
        this(folder, 0, InstantSource.system());
    }

    /** The same, with a new key after some days, and by another clock. */
    public KeyRing(Path folder, int days, InstantSource clock) {
        this.folder = new KeyFolder(folder);
        this.days = days;
        this.clock = clock;
        this.work = Background.begin("switchboard-keys", this::watch);
    }

    /** Ends what is still under way. */
    @Deactivate
    public void stop() {
        stopped.countDown();
        work.stop();
    }

    /** The key that signs; empty until there is one. */
    public Optional<SigningKey> signing() {
        return keys.signing(clock.instant());
    }

    /** The key of an id; empty where it is not the hub's. */
    public Optional<SigningKey> find(String id) {
        return keys.find(id);
    }

    /** All keys that verify, oldest first; the last may not sign yet. */
    public List<SigningKey> all() {
        return keys.timed().stream().map(TimedKey::key).toList();
    }

    /** Why there are no keys and will be none; empty otherwise. */
    public String fault() {
        return fault;
    }

    /** Waits until opening has ended, well or not. */
    public void await() throws InterruptedException {
        opened.await();
    }

    /**
     * Makes a new key, which is published at once and signs an hour later.
     *
     * @return empty where one is waiting already
     */
    public synchronized Optional<Rotation> rotate() {
        look();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (keys.timed().isEmpty() || keys.next(now).isPresent()) {
            return Optional.empty();
        }
        try {
            TimedKey made = folder.make(now.plus(PUBLISHED_BEFORE));
            look();
            LOG.info(
                    "A new key {} is published; it signs from {} on", made.key().id(), made.from());
            return Optional.of(new Rotation(made.key().id(), made.from()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that is published and does not sign yet. */
    public Optional<Rotation> next() {
        return keys.next(clock.instant()).map(each -> new Rotation(each.key().id(), each.from()));
    }

    private void watch() {
        do {
            lookAgain();
            opened.countDown();
        } while (!over());
    }

    private boolean over() {
        try {
            return stopped.await(LOOKED_AT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** What is due: the first key, a new one, the end of old ones. */
    synchronized void lookAgain() {
        look();
        if (days > 0 && isOld(clock.instant())) {
            rotate();
        }
    }

    private boolean isOld(Instant now) {
        return keys.latest()
                .filter(from -> !from.plus(Duration.ofDays(days)).isAfter(now.plus(PUBLISHED_BEFORE)))
                .isPresent();
    }

    private void look() {
        try {
            Instant now = clock.instant();
            List<String> names = folder.names();
            if (names.isEmpty()) {
                first(now);
                names = folder.names();
            }
            if (!names.equals(keys.timed().stream().map(TimedKey::file).toList())) {
                keys = new Keys(folder.read(names));
            }
            for (TimedKey each : keys.outlived(now, KEPT_AFTER)) {
                folder.delete(each);
                keys = keys.without(each);
                LOG.info(
                        "The key {} is gone: its last tokens have ended",
                        each.key().id());
            }
            fault = "";
        } catch (IOException | GeneralSecurityException e) {
            told(e);
        }
    }

    private void first(Instant now) throws IOException, GeneralSecurityException {
        // Later on it is a mistake, and another key would only hide it.
        if (!keys.timed().isEmpty()) {
            throw new IOException("they were deleted");
        }
        folder.make(now.truncatedTo(ChronoUnit.SECONDS));
    }

    private void told(Exception e) {
        String now = "The keys in " + folder.folder() + " cannot be read: " + e.getMessage();
        if (!now.equals(fault)) {
            fault = now;
            LOG.error(
                    "The keys in {} cannot be read; {}",
                    folder.folder(),
                    keys.timed().isEmpty() ? "no token is issued or accepted" : "the keys before stay",
                    e);
        }
    }
}
