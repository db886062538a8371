package io.switchboard.core.internal.start;

import io.switchboard.connector.Lease;
import io.switchboard.connector.Leases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which lives of hubs there are. What another life claimed and did not settle, has somebody who will as long as that life goes on. Each hub
 * holds a lease by the name of its home; a home has one process at a time, so earlier lives of our own are over. Safe for use from many
 * threads.
 */
final class Boots implements AutoCloseable {
    private static final String PREFIX = "hub-";
    private static final int HOME_LENGTH = 16;
    private static final Duration HELD = Duration.ofSeconds(15);
    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final long EACH_SECONDS = 3;

    private final Supplier<Optional<Leases>> leases;
    private final String home;
    private final String boot;
    private final ScheduledExecutorService keeper;
    private @Nullable Lease lease;

    /**
     * A new life of the home whose data are in a folder.
     *
     * @param leases those of the hub's own store, while it is there
     */
    Boots(Path data, Supplier<Optional<Leases>> leases) throws IOException {
        this.leases = leases;
        home = home(data.resolve("hub.id"));
        boot = home + "-" + UUID.randomUUID();
        keeper = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "switchboard-boot");
            thread.setDaemon(true);
            return thread;
        });
        // hold() lets nothing out, so there is nothing to learn from the future.
        ScheduledFuture<?> unused = keeper.scheduleWithFixedDelay(this::hold, 0, EACH_SECONDS, TimeUnit.SECONDS);
    }

    private static String home(Path file) throws IOException {
        if (!Files.exists(file)) {
            String made = UUID.randomUUID().toString().replace("-", "").substring(0, HOME_LENGTH);
            Files.writeString(file, made);
        }
        String id = Files.readString(file).strip();
        if (!id.matches("[0-9a-f]{" + HOME_LENGTH + "}")) {
            throw new IOException(file + " is damaged; remove it where no other hub has its data in the same database");
        }
        return id;
    }

    /** Names this life and no other. */
    String current() {
        return boot;
    }

    private synchronized void hold() {
        if (lease == null || !lease.renew()) {
            lease = leases.get()
                    .flatMap(each -> each.tryAcquire(PREFIX + home, HELD))
                    .orElse(null);
        }
    }

    /** Whether another life goes on. Where nobody can say, it does: then its claims are left alone. */
    boolean isAlive(String other) {
        if (other.startsWith(home + "-") || other.length() <= HOME_LENGTH) {
            return false;
        }
        Optional<Leases> now = leases.get();
        if (now.isEmpty()) {
            return true;
        }
        Optional<Lease> free = now.get().tryAcquire(PREFIX + other.substring(0, HOME_LENGTH), PROBE);
        free.ifPresent(Lease::close);
        return free.isEmpty();
    }

    @Override
    public void close() {
        keeper.shutdownNow();
        synchronized (this) {
            if (lease != null) {
                lease.close();
            }
        }
    }
}
