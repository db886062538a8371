package io.switchboard.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IsolationTest {
    @TempDir
    Path data;

    private Schemas schemas;
    private SchemaSource a;

    @BeforeEach
    void open() {
        schemas = Schemas.under(data.toString(), Duration.ZERO);
        schemas.open(
                "b.b",
                List.of(Script.of("001_s.sql", "CREATE TABLE s (v VARCHAR);\nINSERT INTO s VALUES ('secret');")));
        a = schemas.open("a.a", List.of(Script.of("001_own.sql", "CREATE TABLE own (id INTEGER PRIMARY KEY);")));
    }

    @AfterEach
    void close() {
        schemas.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM b_b.s",
                "INSERT INTO b_b.s VALUES ('x')",
                "CREATE TABLE b_b.t (i INTEGER)",
                "CREATE TABLE public.t (i INTEGER)",
                "CREATE TABLE stolen AS SELECT * FROM b_b.s",
                "CREATE VIEW stolen AS SELECT * FROM b_b.s",
                "DROP TABLE b_b.s",
                "ALTER TABLE b_b.s ADD c INTEGER",
                "GRANT ALL ON SCHEMA b_b TO a_a",
                "GRANT SELECT ON b_b.s TO a_a",
                "DROP SCHEMA b_b CASCADE",
                "DROP ALL OBJECTS",
                "CREATE USER c PASSWORD 'c'",
                "ALTER USER a_a ADMIN TRUE",
                "ALTER USER b_b SET PASSWORD 'x'",
                "ALTER USER switchboard SET PASSWORD 'x'",
                "CREATE SCHEMA c",
                "CREATE ROLE c",
                "CREATE ALIAS f AS 'int f() { return 1; }'",
                "CREATE ALIAS f FOR 'java.lang.System.exit(int)'",
                "CREATE AGGREGATE f FOR 'java.lang.String'",
                "CREATE TRIGGER t AFTER INSERT ON own FOR EACH ROW CALL 'java.lang.String'",
                "CREATE TABLE e (i INTEGER) ENGINE 'java.lang.String'",
                "CREATE LINKED TABLE l ('', 'jdbc:h2:mem:x', 'x', 'x', 'x')",
                "CALL LINK_SCHEMA('x', '', 'jdbc:h2:mem:x', 'x', 'x', 'PUBLIC')",
                "CALL FILE_READ('/etc/hostname')",
                "CALL FILE_WRITE('x', '/tmp/never-written')",
                "SELECT * FROM CSVREAD('/etc/passwd')",
                "CALL CSVWRITE('/tmp/never-written', 'SELECT 1')",
                "SCRIPT",
                "RUNSCRIPT FROM '/tmp/never-read'",
                "BACKUP TO '/tmp/never-written'",
                "SHUTDOWN",
                "SET WRITE_DELAY 1000",
                "SET EXCLUSIVE 1",
                "CHECKPOINT",
            })
    void isRefused(String sql) throws Exception {
        try (Connection connection = a.getConnection();
                Statement statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute(sql));
            statement.execute("INSERT INTO own VALUES (1)");
        }
    }

    @Test
    void isRefusedByAnotherNameToo() throws Exception {
        try (Connection connection = a.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SYNONYM stolen FOR b_b.s");
            assertThrows(SQLException.class, () -> statement.execute("SELECT * FROM stolen"));
            assertThrows(SQLException.class, () -> statement.execute("INSERT INTO stolen VALUES ('x')"));
        }
    }

    @Test
    void showsNoOtherUserAndWhatItDoes() throws Exception {
        assertEquals(1, count(a, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.USERS"));
        assertEquals(0, count(a, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE USER_NAME <> 'A_A'"));
    }

    @Test
    void givesNoWayBehindTheDataSource() throws Exception {
        assertFalse(a.isWrapperFor(DataSource.class));
        assertThrows(SQLException.class, () -> a.unwrap(DataSource.class));
        assertThrows(SQLException.class, () -> a.getConnection("SWITCHBOARD", ""));
        assertThrows(SQLException.class, () -> a.unwrap(HikariDataSource.class));
    }

    @Test
    void saysPlainlyThatASchemaCannotBeOpened() throws Exception {
        try (Connection connection = a.getConnection()) {
            connection.createStatement().execute("ALTER USER a_a SET PASSWORD 'x'");
        }
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> schemas.open("a.a", List.of()));
        assertTrue(String.valueOf(refusal.getMessage()).contains("The schema of a.a cannot be opened"));
    }

    @Test
    void putsABackAConnectionsSchemaBeforeItsNextUse() throws Exception {
        try (Connection connection = a.getConnection()) {
            connection.setSchema("B_B");
        }
        assertEquals(0, count(a, "SELECT COUNT(*) FROM own"));
    }

    @Test
    void worksForAnySymbolicName() throws Exception {
        for (String symbolicName : List.of("1-x", "Ä ", "public", "x'y\"z;")) {
            SchemaSource source =
                    schemas.open(symbolicName, List.of(Script.of("001_t.sql", "CREATE TABLE t (i INTEGER);")));
            assertEquals(0, count(source, "SELECT COUNT(*) FROM t"));
        }
    }

    @Test
    void letsWhatIsUnderWayEndBeforeItCloses() throws Exception {
        try (Connection connection = a.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO own VALUES (7)");
            schemas.release(a);
            assertThrows(SQLException.class, a::getConnection);
            assertFalse(a.isClosed());
            connection.commit();
        }
        SchemaSource.closeAll(List.of(a));
        assertTrue(a.isClosed());
        assertEquals(1, count(schemas.open("a.a", List.of()), "SELECT COUNT(*) FROM own"));
    }

    private static long count(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
