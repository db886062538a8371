package io.switchboard.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL database that one hub, or several hubs of one tenant, have to themselves. The user that is configured makes a schema and a
 * login role for each bundle, and is used for nothing else.
 *
 * <p>The secret that the roles' passwords are derived from stands in a table that only this user reads: who has this user's password could
 * set theirs anyway, and so all hubs derive the same.
 */
final class PostgresDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);
    /** So that hubs which start at once make each thing once. */
    private static final long LOCK = 0x5377697463684264L;

    private static final String INVALID_PASSWORD = "28P01";
    private static final int KEY_BYTES = 32;
    private static final int CONNECT_SECONDS = 2;
    /** A server that has gone without a word; no statement of the hub's takes so long. */
    private static final int SILENCE_SECONDS = 60;

    private final StoreSettings settings;
    private final PGSimpleDataSource administrator;
    private final String name;
    private final StoreKey key;

    private PostgresDatabase(StoreSettings settings, PGSimpleDataSource administrator, String name, StoreKey key) {
        this.settings = settings;
        this.administrator = administrator;
        this.name = name;
        this.key = key;
    }

    /**
     * Connects, and prepares the database where that was not done yet.
     *
     * @throws SQLException where it cannot be reached, or does not take the user
     */
    static PostgresDatabase open(StoreSettings settings) throws SQLException {
        PGSimpleDataSource administrator =
                source(settings, settings.user(), settings.password().reveal());
        try (Connection connection = administrator.getConnection()) {
            lock(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS switchboard");
                statement.execute("CREATE TABLE IF NOT EXISTS switchboard.hub (id INTEGER PRIMARY KEY, store_key"
                        + " VARCHAR(64) NOT NULL)");
                byte[] fresh = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(fresh);
                statement.execute("INSERT INTO switchboard.hub (id, store_key) VALUES (1, '"
                        + HexFormat.of().formatHex(fresh) + "') ON CONFLICT (id) DO NOTHING");
                try (ResultSet found = statement.executeQuery(
                        "SELECT store_key, current_database(), current_setting('server_version') FROM switchboard.hub")) {
                    found.next();
                    LOG.info("The store is the database {} of PostgreSQL {}", found.getString(2), found.getString(3));
                    return new PostgresDatabase(
                            settings,
                            administrator,
                            found.getString(2),
                            StoreKey.of(HexFormat.of().parseHex(found.getString(1))));
                }
            }
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Another hub may be in the middle of its migrations.
            statement.execute("SET lock_timeout = '60s'");
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
        }
    }

    private static PGSimpleDataSource source(StoreSettings settings, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(settings.url().orElseThrow());
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("switchboard");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SILENCE_SECONDS);
        source.setTcpKeepAlive(true);
        // Whoever waits for a row waits a bounded time, as with the embedded database.
        source.setOptions("-c lock_timeout=4s -c idle_in_transaction_session_timeout=60s");
        return source;
    }

    @Override
    public Exclusive exclusively() throws SQLException {
        Connection connection = administrator.getConnection();
        boolean locked = false;
        try {
            lock(connection);
            locked = true;
            return () -> close(connection);
        } finally {
            if (!locked) {
                close(connection);
            }
        }
    }

    /** The end of the session ends its lock. */
    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection to the store was not closed in order", e);
        }
    }

    @Override
    public DataSource schema(String schema, String symbolicName) throws SQLException {
        String role = role(schema);
        String password = key.password(symbolicName);
        DataSource source = source(settings, role, password);
        try (Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(connection, role)) {
                statement.execute("CREATE ROLE " + quoted(role) + " LOGIN");
                setPassword(connection, role, password);
            } else if (!takes(source)) {
                setPassword(connection, role, password);
            }
            // Without being a member of it nobody may make a schema that belongs to it.
            statement.execute("GRANT " + quoted(role) + " TO CURRENT_USER");
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + quoted(schema) + " AUTHORIZATION " + quoted(role));
        }
        return source;
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            statement.setString(1, role);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private static boolean takes(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(CONNECT_SECONDS);
        } catch (SQLException e) {
            if (INVALID_PASSWORD.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** The server gets what verifies the password, and so never has it in its log. */
    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    @Override
    public void grant(String rights, String schema, String table, String user) throws SQLException {
        String role = quoted(role(user));
        try (Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("GRANT USAGE ON SCHEMA " + quoted(schema) + " TO " + role);
            statement.execute("GRANT " + rights + " ON " + quoted(schema) + "." + table + " TO " + role);
        }
    }

    /** Roles are those of all databases of a server, so each begins with its database's name. */
    private String role(String schema) {
        String role = name + "." + schema;
        return role.getBytes(UTF_8).length <= SchemaName.MAX_LENGTH ? role : SchemaName.of(role);
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
