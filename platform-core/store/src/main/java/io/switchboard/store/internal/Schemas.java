package io.switchboard.store.internal;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Opens schemas, each for the bundle that it belongs to. Safe for use from many threads. */
final class Schemas implements AutoCloseable {
    private static final String FILE = "store";
    /** So long what a bundle that goes has under way may still ask for connections. */
    private static final Duration LINGER = Duration.ofSeconds(10);

    private final Database database;
    private final StoreKey key;
    private final ScheduledExecutorService scheduler;
    private final Object defining = new Object();
    private final Set<SchemaSource> open = ConcurrentHashMap.newKeySet();

    private final Duration linger;

    private Schemas(Database database, StoreKey key, ScheduledExecutorService scheduler, Duration linger) {
        this.database = database;
        this.key = key;
        this.scheduler = scheduler;
        this.linger = linger;
    }

    /**
     * Opens the store in the hub's data directory.
     *
     * @throws IllegalStateException if it cannot be opened; the message is for who runs the hub
     */
    static Schemas under(@Nullable String dataDirectory) {
        return under(dataDirectory, LINGER);
    }

    /** The same, for those who cannot wait. */
    static Schemas under(@Nullable String dataDirectory, Duration linger) {
        if (dataDirectory == null || dataDirectory.isBlank()) {
            throw new IllegalStateException(
                    "The framework property switchboard.data has to name the hub's data directory");
        }
        Path file = Path.of(dataDirectory).toAbsolutePath().resolve(FILE);
        // One thread for all pools, started here: a thread started for a bundle would hold its class loader.
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "store");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Files.createDirectories(file.getParent());
            StoreKey key = StoreKey.of(file.resolveSibling("store.key"), H2Database.exists(file));
            return new Schemas(H2Database.open(file, key.password(""), scheduler), key, scheduler, linger);
        } catch (IOException e) {
            scheduler.shutdownNow();
            throw new IllegalStateException("The store's key cannot be used: " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            scheduler.shutdownNow();
            throw e;
        }
    }

    /**
     * Opens the schema of a bundle, made and migrated first. Each version of the bundle has connections of its own to the one schema.
     *
     * @throws MigrationException if the scripts do not fit the schema, or one fails
     * @throws IllegalStateException if the database fails
     */
    SchemaSource open(String symbolicName, List<Script> scripts) {
        Migrations migrations = new Migrations(scripts);
        String name = SchemaName.of(symbolicName);
        // Bundles come all at once when the hub starts; H2 has one lock for all definitions, and gives up waiting for
        // it.
        synchronized (defining) {
            try {
                SchemaSource source = new SchemaSource(
                        symbolicName, name, database.schema(name, key.password(symbolicName)), scheduler);
                migrate(source, migrations);
                open.add(source);
                source.whenClosed(() -> open.remove(source));
                return source;
            } catch (SQLException | PoolInitializationException e) {
                throw new IllegalStateException(
                        "The schema of " + symbolicName + " cannot be opened: " + e.getMessage(), e);
            }
        }
    }

    private static void migrate(SchemaSource source, Migrations migrations) throws SQLException {
        boolean migrated = false;
        try (Connection connection = source.getConnection()) {
            migrations.apply(connection);
            migrated = true;
        } finally {
            if (!migrated) {
                source.close();
            }
        }
    }

    /** Takes back what {@link #open} gave, when its bundle no longer uses it; it can be used a while longer. */
    void release(SchemaSource source) {
        source.release(linger);
    }

    /** Lets what is under way come to its end, for a moment, and closes the database. */
    @Override
    public void close() {
        SchemaSource.closeAll(List.copyOf(open));
        open.clear();
        database.close();
        scheduler.shutdownNow();
    }
}
