package io.switchboard.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxTest {
    private static final String OUTBOX = "\"IO_SWITCHBOARD_STORE\".outbox";
    private static final String INSERT =
            "INSERT INTO " + OUTBOX + " (id, bundle, type, scope, audience, happened, data)"
                    + " VALUES ('1', 'a.a', 't.v1.e', 't.r', 'PUBLIC', 0, '')";

    @TempDir
    Path data;

    private Schemas schemas;

    @BeforeEach
    void open() throws Exception {
        schemas = Stores.at(data);
        List<Script> scripts = new ArrayList<>();
        for (String name : List.of("001_lease.sql", "002_outbox.sql")) {
            scripts.add(Script.of(name, text(name)));
        }
        schemas.openOwn("io.switchboard.store", scripts);
    }

    private static String text(String name) throws IOException {
        try (var script = OutboxTest.class.getResourceAsStream("/META-INF/switchboard/migrations/" + name)) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }

    @AfterEach
    void close() {
        schemas.close();
    }

    @Test
    void bundlesAddToItInTheirTransactionsAndReadNothing() throws Exception {
        SchemaSource bundle = schemas.open("a.a", List.of(Script.of("001_own.sql", "CREATE TABLE own (id INTEGER);")));
        try (Connection connection = bundle.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO own VALUES (1)");
            statement.execute(INSERT);
            connection.rollback();
            statement.execute(INSERT);
            connection.commit();
            for (String sql : List.of("SELECT * FROM " + OUTBOX, "DELETE FROM " + OUTBOX)) {
                assertThrows(SQLException.class, () -> statement.execute(sql), sql);
                connection.rollback();
            }
        }
        SchemaSource reader = schemas.open("io.switchboard.core", List.of());
        try (Connection connection = reader.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + OUTBOX)) {
                rows.next();
                assertEquals(1, rows.getInt(1), "what was rolled back is not there");
            }
            assertEquals(1, statement.executeUpdate("DELETE FROM " + OUTBOX));
        }
    }
}
