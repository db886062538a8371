package io.switchboard.store.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2 within the hub's process, in one file. A commit has been handed to the operating system before it is acknowledged, so it survives
 * the end of the process in any manner; what a loss of power may take is what was committed within the last second.
 */
final class H2Database implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(H2Database.class);
    private static final String ADMINISTRATOR = "SWITCHBOARD";

    /**
     * Without the write delay of 0 a kill loses a third of the committed rows. It also stops H2's own housekeeping thread, so the space of
     * old pages comes free by the retention time alone: its default of 45 s makes the file grow to gigabytes under load. It has to be
     * longer than the time between two syncs, or a loss of power could find the only synced page overwritten.
     */
    private static final String SETTINGS = ";WRITE_DELAY=0;RETENTION_TIME=2500;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;QUERY_CACHE_SIZE=64";

    private static final int SYNC_MILLIS = 1000;

    private final String url;
    private final StoreKey key;
    private final Connection administrator;
    private final ScheduledFuture<?> sync;
    private final WriterThreads writers = new WriterThreads();

    private H2Database(String url, StoreKey key, Connection administrator, ScheduledExecutorService scheduler) {
        this.url = url;
        this.key = key;
        this.administrator = administrator;
        this.sync = scheduler.scheduleWithFixedDelay(this::sync, SYNC_MILLIS, SYNC_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Opens the database, and makes it where there is none yet. */
    static H2Database open(Path file, StoreKey key, ScheduledExecutorService scheduler) {
        FilePath.register(new UninterruptedPath());
        String url = "jdbc:h2:" + UninterruptedPath.SCHEME + ":" + file.toAbsolutePath();
        try {
            return new H2Database(
                    url,
                    key,
                    source(url + SETTINGS, ADMINISTRATOR, key.password("")).getConnection(),
                    scheduler);
        } catch (SQLException e) {
            throw new IllegalStateException(explain(e, file), e);
        }
    }

    static boolean exists(Path file) {
        return Files.exists(file.resolveSibling(file.getFileName() + ".mv.db"));
    }

    private static String explain(SQLException e, Path file) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                "The store " + file
                        + " is in use by another process. Each hub needs a data directory of its own: is one running here?";
            case ErrorCode.WRONG_USER_OR_PASSWORD ->
                "The store " + file + " was made with another store.key. Restore both from the same backup.";
            default -> "The store " + file + " cannot be opened: " + e.getMessage();
        };
    }

    @Override
    public Exclusive exclusively() {
        // One process has the file to itself, and asks for one schema after the other.
        return () -> {};
    }

    @Override
    public DataSource schema(String name, String symbolicName) throws SQLException {
        String password = key.password(symbolicName);
        synchronized (administrator) {
            try (Statement statement = administrator.createStatement()) {
                statement.execute("CREATE USER IF NOT EXISTS \"" + name + "\" PASSWORD '" + password + "'");
                statement.execute("CREATE SCHEMA IF NOT EXISTS \"" + name + "\" AUTHORIZATION \"" + name + "\"");
            }
        }
        // Settings of the database are the administrator's alone; only those of the session may stand here.
        return Shield.over(source(url + ";IFEXISTS=TRUE", name, password), writers);
    }

    @Override
    public void grant(String rights, String schema, String table, String user) throws SQLException {
        synchronized (administrator) {
            try (Statement statement = administrator.createStatement()) {
                statement.execute("GRANT " + rights + " ON \"" + schema + "\"." + table + " TO \"" + user + "\"");
            }
        }
    }

    private void sync() {
        synchronized (administrator) {
            try (Statement statement = administrator.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            } catch (SQLException e) {
                LOG.warn("The store could not be synced to disk", e);
            }
        }
    }

    @Override
    public void close() {
        sync.cancel(false);
        synchronized (administrator) {
            try (administrator;
                    Statement statement = administrator.createStatement()) {
                statement.execute("SHUTDOWN");
            } catch (SQLException e) {
                LOG.warn("The store could not be closed in order; nothing committed is lost", e);
            }
        }
        writers.close();
    }

    private static JdbcDataSource source(String url, String user, String password) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
