package io.switchboard.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Lease;
import io.switchboard.connector.Leases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeaseTableTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path data;

    private Schemas schemas;
    private SchemaSource source;
    private Leases one;
    private Leases other;

    @BeforeEach
    void open() throws Exception {
        schemas = Stores.at(data);
        try (var script = getClass().getResourceAsStream("/META-INF/switchboard/migrations/001_lease.sql")) {
            source = schemas.open("s.s", List.of(Script.of("001_lease.sql", new String(script.readAllBytes(), UTF_8))));
        }
        one = new LeaseTable(source, "a.a");
        other = new LeaseTable(source, "a.a");
    }

    @AfterEach
    void close() {
        schemas.close();
    }

    @Test
    void isHeldByOneUntilGivenBack() {
        Lease held = one.tryAcquire("poll", MINUTE).orElseThrow();
        assertTrue(other.tryAcquire("poll", MINUTE).isEmpty());
        assertTrue(one.tryAcquire("poll", MINUTE).isEmpty());
        assertTrue(other.tryAcquire("deliver", MINUTE).isPresent());
        assertTrue(held.renew());
        held.close();
        assertFalse(held.renew());
        Lease next = other.tryAcquire("poll", MINUTE).orElseThrow();
        held.close();
        assertTrue(next.renew());
    }

    @Test
    void isPrivateToTheBundle() {
        assertTrue(one.tryAcquire("poll", MINUTE).isPresent());
        assertTrue(new LeaseTable(source, "b.b").tryAcquire("poll", MINUTE).isPresent());
    }

    @Test
    void isLostToWhoTakesItAfterItsTime() throws Exception {
        Lease late = one.tryAcquire("poll", MINUTE).orElseThrow();
        expire();
        assertTrue(late.renew());
        expire();
        assertTrue(other.tryAcquire("poll", MINUTE).isPresent());
        assertFalse(late.renew());
    }

    @Test
    void lastsAsLongAsAskedFor() throws Exception {
        assertTrue(one.tryAcquire("poll", MINUTE).isPresent());
        try (Connection connection = source.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT expires > CURRENT_TIMESTAMP + INTERVAL '55' SECOND"
                                + " AND expires <= CURRENT_TIMESTAMP + INTERVAL '60' SECOND FROM lease")) {
            row.next();
            assertTrue(row.getBoolean(1));
        }
    }

    @Test
    void goesToOneOfManyWhoTryAtOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            String name = "poll" + round / 2;
            List<CompletableFuture<Optional<Lease>>> tries = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> one.tryAcquire(name, MINUTE)))
                    .toList();
            assertEquals(
                    1,
                    tries.stream().filter(attempt -> attempt.join().isPresent()).count());
            expire();
        }
    }

    @Test
    void isRefusedWithoutANameOrForATimeOutOfBounds() {
        assertThrows(IllegalArgumentException.class, () -> one.tryAcquire(" ", MINUTE));
        assertThrows(IllegalArgumentException.class, () -> one.tryAcquire("x".repeat(101), MINUTE));
        assertThrows(IllegalArgumentException.class, () -> one.tryAcquire("x", Duration.ofMillis(999)));
        assertThrows(IllegalArgumentException.class, () -> one.tryAcquire("x", Duration.ofMinutes(61)));
    }

    @Test
    void isNotHeldWhereTheStoreFails() {
        Lease held = one.tryAcquire("poll", MINUTE).orElseThrow();
        source.close();
        assertFalse(held.renew());
        assertTrue(one.tryAcquire("deliver", MINUTE).isEmpty());
        held.close();
    }

    private void expire() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.createStatement().execute("UPDATE lease SET expires = CURRENT_TIMESTAMP - INTERVAL '1' SECOND");
        }
    }
}
