package io.switchboard.core.internal.handle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.DataClass;
import io.switchboard.core.internal.once.Seal;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcHandlesTest {
    private static final HandleScope SCOPE = new HandleScope("bot", "C-1", "talk");
    private static final String PHONE = "13800001001";

    @TempDir
    Path directory;

    private JdbcConnectionPool pool;
    private JdbcHandles handles;
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");

    @BeforeEach
    void open() throws Exception {
        pool = JdbcConnectionPool.create("jdbc:h2:mem:" + directory.getFileName() + ";DB_CLOSE_DELAY=-1", "sa", "");
        try (InputStream in =
                        JdbcHandles.class.getResourceAsStream("/META-INF/switchboard/migrations/002_handles.sql");
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        }
        handles = node(1_000);
    }

    @AfterEach
    void close() {
        handles.close();
        pool.dispose();
    }

    private JdbcHandles node(long most) throws Exception {
        return new JdbcHandles(pool, Seal.of(directory.resolve("claims.key")), () -> now, most);
    }

    private String keep(String value) throws HandlesUnavailable {
        String handle = handles.name(SCOPE, DataClass.PHONE, value);
        handles.keep(SCOPE, Map.of(handle, value));
        return handle;
    }

    private long query(String sql) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    @Test
    void findsWhatItKeepsAlsoOnAnotherNodeAndAfterARestart() throws Exception {
        String handle = keep(PHONE);
        try (JdbcHandles other = node(1_000)) {
            assertEquals(Optional.of(PHONE), other.value(SCOPE, handle));
            assertEquals(handle, other.name(SCOPE, DataClass.PHONE, PHONE));
            other.keep(SCOPE, Map.of(handle, PHONE));
        }
        assertEquals(1, query("SELECT COUNT(*) FROM handles"));
    }

    @Test
    void knowsAHandleWhereItWasGivenOnly() throws Exception {
        String handle = keep(PHONE);
        for (HandleScope other : new HandleScope[] {
            new HandleScope("bot", "C-1", "other"),
            new HandleScope("bot", "C-2", "talk"),
            new HandleScope("else", "C-1", "talk"),
            new HandleScope("bot3:C-1", "", "talk")
        }) {
            assertEquals(Optional.empty(), handles.value(other, handle));
        }
    }

    @Test
    void keepsNothingInClear() throws Exception {
        String handle = keep(PHONE);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT id, sealed FROM handles")) {
            found.next();
            String row = found.getString(1) + found.getString(2);
            assertFalse(row.contains(PHONE) || row.contains(handle), row);
        }
    }

    @Test
    void opensNoRowInThePlaceOfAnother() throws Exception {
        String first = keep(PHONE);
        String sealed = "(SELECT MIN(sealed) FROM handles)";
        keep("13900002002");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE handles SET sealed = " + sealed);
        }
        long found = handles.value(SCOPE, first).stream().count()
                + handles.value(SCOPE, handles.name(SCOPE, DataClass.PHONE, "13900002002")).stream()
                        .count();
        assertEquals(1, found);
    }

    @Test
    void forgetsADayAfterTheLastUse() throws Exception {
        String handle = keep(PHONE);
        now = now.plus(Duration.ofHours(23));
        assertEquals(Optional.of(PHONE), handles.value(SCOPE, handle));
        now = now.plus(Duration.ofHours(24));
        assertEquals(Optional.of(PHONE), handles.value(SCOPE, handle));
        now = now.plus(Duration.ofHours(26));
        assertEquals(Optional.empty(), handles.value(SCOPE, handle));
        handles.purge();
        assertEquals(0, query("SELECT COUNT(*) FROM handles"));
    }

    @Test
    void writesNothingForWhatItGaveAShortWhileAgo() throws Exception {
        String handle = keep(PHONE);
        long expires = query("SELECT expires FROM handles");
        now = now.plus(Duration.ofMinutes(59));
        handles.keep(SCOPE, Map.of(handle, PHONE));
        assertEquals(expires, query("SELECT expires FROM handles"));
        now = now.plus(Duration.ofMinutes(2));
        handles.keep(SCOPE, Map.of(handle, PHONE));
        assertEquals(expires + Duration.ofMinutes(61).toMillis(), query("SELECT expires FROM handles"));
    }

    @Test
    void letsThoseLongestOutOfUseGoWhereThereAreTooMany() throws Exception {
        try (JdbcHandles small = node(100)) {
            String first = small.name(SCOPE, DataClass.PHONE, "0");
            for (int i = 0; i < 110; i++) {
                Map<String, String> values = new LinkedHashMap<>();
                values.put(small.name(SCOPE, DataClass.PHONE, Integer.toString(i)), Integer.toString(i));
                small.keep(SCOPE, values);
                now = now.plusMillis(1);
            }
            assertEquals(Optional.empty(), small.value(SCOPE, first));
            assertEquals(Optional.of("109"), small.value(SCOPE, small.name(SCOPE, DataClass.PHONE, "109")));
            assertEquals(true, query("SELECT COUNT(*) FROM handles") <= 105);
        }
    }

    @Test
    void saysSoWhereTheStoreIsGone() throws Exception {
        String handle = keep(PHONE);
        pool.dispose();
        assertThrows(HandlesUnavailable.class, () -> handles.value(SCOPE, handle));
        assertThrows(HandlesUnavailable.class, () -> keep("13900002002"));
    }
}
