package io.switchboard.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of a bundle that came while the database was away: its schema is opened for the first who asks when it is back. Until
 * then all fail as they do for those that were there before. Safe for use from many threads.
 */
final class AwaitedSource extends BundleSource {
    private static final Logger LOG = LoggerFactory.getLogger(AwaitedSource.class);
    /** A database that is away is not asked by every call. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final String symbolicName;
    private final Supplier<SchemaSource> schema;
    private final LongSupplier nanos;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable SchemaSource opened;
    private @Nullable MigrationException unfit;
    private IllegalStateException away;
    private long triedAt;
    private boolean released;

    /**
     * Opens it later.
     *
     * @param schema opens it, or says by an {@link IllegalStateException} that the database is away
     * @param away what was said the first time
     */
    AwaitedSource(String symbolicName, Supplier<SchemaSource> schema, IllegalStateException away, LongSupplier nanos) {
        this.symbolicName = symbolicName;
        this.schema = schema;
        this.away = away;
        this.nanos = nanos;
        triedAt = nanos.getAsLong();
    }

    @Override
    public Connection getConnection() throws SQLException {
        SchemaSource present = opened;
        return (present == null ? open() : present).getConnection();
    }

    private SchemaSource open() throws SQLException {
        try {
            if (!opening.tryLock(CONNECTION_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLException("The schema of " + symbolicName + " is being opened");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while the schema is being opened", e);
        }
        try {
            SchemaSource present = opened;
            if (present != null) {
                return present;
            }
            requirePossible();
            SchemaSource fresh = schema.get();
            LOG.info("The store is back, and {} has its schema", symbolicName);
            opened = fresh;
            return fresh;
        } catch (MigrationException e) {
            unfit = e;
            LOG.error("Bundle {} gets no connection to the store. {}", symbolicName, e.getMessage(), e);
            throw new SQLException(e.getMessage(), e);
        } catch (IllegalStateException e) {
            away = e;
            triedAt = nanos.getAsLong();
            throw new SQLException(e.getMessage(), e);
        } finally {
            opening.unlock();
        }
    }

    private void requirePossible() throws SQLException {
        if (released) {
            throw new SQLException("The bundle has given this data source back");
        }
        if (unfit != null) {
            throw new SQLException(unfit.getMessage(), unfit);
        }
        if (nanos.getAsLong() - triedAt < PAUSE) {
            throw new SQLException(away.getMessage(), away);
        }
    }

    @Override
    void release(Duration linger) {
        opening.lock();
        try {
            released = true;
            SchemaSource present = opened;
            if (present != null) {
                present.release(linger);
            }
        } finally {
            opening.unlock();
        }
    }
}
