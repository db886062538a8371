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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens schemas, each for the bundle that it belongs to. Safe for use from many threads. */
final class Schemas implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schemas.class);
    private static final String FILE = "store";
    private static final String OUTBOX = "outbox";
    /** Takes events out of the outbox; everybody else only puts them in. */
    private static final String READER = "io.switchboard.core";

    /** So long what a bundle that goes has under way may still ask for connections. */
    private static final Duration LINGER = Duration.ofSeconds(10);

    private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(2);

    private final Database database;
    private final int connections;
    private final ScheduledExecutorService scheduler;
    private final Object defining = new Object();
    private final Set<SchemaSource> open = ConcurrentHashMap.newKeySet();

    private final Duration linger;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Runnable whenBack = () -> {};
    private volatile @Nullable String own;

    private Schemas(Database database, int connections, ScheduledExecutorService scheduler, Duration linger) {
        this.database = database;
        this.connections = connections;
        this.scheduler = scheduler;
        this.linger = linger;
    }

    /**
     * Opens the embedded store in the hub's data directory.
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
        ScheduledExecutorService scheduler = scheduler();
        try {
            Files.createDirectories(file.getParent());
            StoreKey key = StoreKey.of(file.resolveSibling("store.key"), H2Database.exists(file));
            return new Schemas(
                    H2Database.open(file, key, scheduler), StoreSettings.EMBEDDED.connections(), scheduler, linger);
        } catch (IOException e) {
            scheduler.shutdownNow();
            throw new IllegalStateException("The store's key cannot be used: " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            scheduler.shutdownNow();
            throw e;
        }
    }

    /** Opens a store on a server, which may be away for now. */
    static Schemas on(StoreSettings settings) throws SQLException {
        return on(settings, LINGER);
    }

    /** The same, for those who cannot wait. */
    static Schemas on(StoreSettings settings, Duration linger) throws SQLException {
        return new Schemas(PostgresDatabase.open(settings), settings.connections(), scheduler(), linger);
    }

    /** One thread for all pools, started here: a thread started for a bundle would hold its class loader. */
    private static ScheduledExecutorService scheduler() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "store");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Opens the hub's own schema; bundles whose schemas are opened later may write to its outbox. */
    SchemaSource openOwn(String symbolicName, List<Script> scripts) {
        SchemaSource source = open(symbolicName, scripts);
        own = SchemaName.of(symbolicName);
        return source;
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
                Database.Exclusive alone = database.exclusively();
                try {
                    return openAlone(symbolicName, name, migrations);
                } finally {
                    alone.close();
                }
            } catch (SQLException | PoolInitializationException e) {
                throw new IllegalStateException(
                        "The schema of " + symbolicName + " cannot be opened: " + e.getMessage(), e);
            }
        }
    }

    /**
     * The same where the database answers; else what opens it later.
     *
     * @throws MigrationException if the scripts do not fit the schema, or one fails
     */
    BundleSource openOrAwait(String symbolicName, List<Script> scripts) {
        try {
            return open(symbolicName, scripts);
        } catch (IllegalStateException e) {
            LOG.warn("{}; it is opened as soon as the database answers", e.getMessage());
            if (looking.compareAndSet(false, true)) {
                look();
            }
            return new AwaitedSource(symbolicName, () -> open(symbolicName, scripts), e, System::nanoTime);
        }
    }

    /** Does something each time that the database is back after a bundle was to get its schema and did not. */
    void whenBack(Runnable action) {
        whenBack = action;
    }

    private void look() {
        ScheduledFuture<?> unused = scheduler.schedule(
                () -> {
                    try {
                        database.exclusively().close();
                    } catch (SQLException e) {
                        look();
                        return;
                    }
                    looking.set(false);
                    whenBack.run();
                },
                LOOKED_AT_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private SchemaSource openAlone(String symbolicName, String name, Migrations migrations) throws SQLException {
        SchemaSource source =
                new SchemaSource(symbolicName, name, database.schema(name, symbolicName), connections, scheduler);
        migrate(source, migrations);
        admitToOutbox(symbolicName, name);
        open.add(source);
        source.whenClosed(() -> open.remove(source));
        return source;
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

    private void admitToOutbox(String symbolicName, String user) throws SQLException {
        String schema = own;
        if (schema != null) {
            database.grant(symbolicName.equals(READER) ? "SELECT, INSERT, DELETE" : "INSERT", schema, OUTBOX, user);
        }
    }

    /** Takes back what {@link #open} gave, when its bundle no longer uses it; it can be used a while longer. */
    void release(BundleSource source) {
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
