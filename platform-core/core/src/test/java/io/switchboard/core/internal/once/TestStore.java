package io.switchboard.core.internal.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.connector.database.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** A database file with the register's tables, and registers of as many boots as a test asks for. */
final class TestStore implements AutoCloseable {
    static final ClaimLimits LIMITS =
            new ClaimLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofHours(24), Duration.ofDays(30));

    private static final AtomicInteger CALLS = new AtomicInteger();

    final TroubledSource source;
    private final Path directory;
    private final DataSource pool;
    private final List<JdbcClaims> registers = new ArrayList<>();

    /** What the registers take for now. */
    volatile Instant now = Instant.parse("2026-11-22T08:00:00Z");

    TestStore(Path directory) throws Exception {
        this.directory = directory;
        pool = TestSource.at(TestDatabase.url("jdbc:h2:" + directory.resolve("hub") + ";WRITE_DELAY=0"));
        source = new TroubledSource(pool);
        run(migration());
    }

    private static String migration() throws IOException {
        try (InputStream in = TestStore.class.getResourceAsStream("/META-INF/switchboard/migrations/001_claims.sql")) {
            if (in == null) {
                throw new IOException("no migration");
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    JdbcClaims boot(String name) throws IOException {
        return boot(name, owner -> false, LIMITS);
    }

    JdbcClaims boot(String name, Predicate<String> alive, ClaimLimits limits) throws IOException {
        JdbcClaims claims = new JdbcClaims(
                source, Seal.of(directory.resolve("claims.key")), new OpenCalls(), name, alive, limits, () -> now);
        registers.add(claims);
        return claims;
    }

    void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String identity(int number) {
        return String.format("%064x", number);
    }

    /** A new attempt at an act. */
    static Act act(int number) {
        return act(number, "f".repeat(64));
    }

    static Act act(int number, String fingerprint) {
        String call = "call-" + CALLS.incrementAndGet();
        return new Act(
                identity(number), fingerprint, call, "act-" + number, "chatbot", "C-1", "ticket.v1.ticket.create", "");
    }

    @Override
    public void close() {
        registers.forEach(JdbcClaims::close);
        TestSource.close(pool);
    }
}
