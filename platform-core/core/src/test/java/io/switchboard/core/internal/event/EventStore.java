package io.switchboard.core.internal.event;

import io.switchboard.connector.database.TestDatabase;
import io.switchboard.core.internal.once.TestSource;
import io.switchboard.core.internal.pipeline.CursorSeal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** A database in memory with the store's outbox and the tables of events. */
final class EventStore implements AutoCloseable {
    private static final List<Path> SCRIPTS = List.of(
            Path.of("../store/src/main/resources/META-INF/switchboard/migrations/002_outbox.sql"),
            Path.of("src/main/resources/META-INF/switchboard/migrations/003_events.sql"));

    final DataSource source;

    EventStore() throws Exception {
        source = TestSource.at(TestDatabase.url("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        // The outbox has one name in each database, so on PostgreSQL one test after the other makes it anew.
        run("DROP SCHEMA IF EXISTS \"IO_SWITCHBOARD_STORE\" CASCADE");
        run("CREATE SCHEMA \"IO_SWITCHBOARD_STORE\"");
        run(Files.readString(SCRIPTS.get(0)).replace("CREATE TABLE outbox", "CREATE TABLE " + EventTable.OUTBOX));
        run(Files.readString(SCRIPTS.get(1)));
        run("CREATE TABLE change (i INTEGER)");
    }

    void run(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection in a transaction, that has changed something. */
    Connection begin() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO change VALUES (1)");
        }
        return connection;
    }

    /** Hides nothing, but tells contexts apart. */
    static CursorSeal seal() {
        return new CursorSeal() {
            @Override
            public String seal(String context, String text) {
                return context + "#" + text;
            }

            @Override
            public Optional<String> open(String context, String sealed) {
                return sealed.startsWith(context + "#")
                        ? Optional.of(sealed.substring(context.length() + 1))
                        : Optional.empty();
            }
        };
    }

    @Override
    public void close() {
        TestSource.close(source);
    }
}
