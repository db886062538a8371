package io.switchboard.analytics.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.audit.AuditRecord;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollUpTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final String GET = "crm.v1.customer.get";

    private final FakeTrail trail = new FakeTrail();
    private final FakeLeases leases = new FakeLeases();
    private TestStore store;

    @BeforeEach
    void open() throws Exception {
        store = new TestStore();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private RollUp rollUp(DataSource source) {
        return new RollUp(trail, source, new Turn(leases, "t"), "hub", Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private long calls(Span span) throws SQLException {
        return store.number("select coalesce(sum(calls), 0) from " + span.table());
    }

    @Test
    void countsByMinuteAndHour() throws Exception {
        for (int i = 0; i < 120; i++) {
            trail.add(NOW.minusSeconds(i), GET, i % 10 == 0 ? 4004 : 0, 1_000 + i);
        }
        RollUp rollUp = rollUp(store.source());
        assertFalse(rollUp.step());
        trail.add(NOW, GET, 0, 5_000);
        assertFalse(rollUp.step());
        assertFalse(rollUp.step());
        assertEquals(121, calls(Span.MINUTE));
        assertEquals(121, calls(Span.HOUR));
        assertEquals(3, store.number("select count(distinct bucket) from calls_minute"));
        assertEquals(2, store.number("select count(*) from calls_hour"));
        assertEquals(12, store.number("select calls from calls_hour where code = 4004"));
        assertEquals(5_000, store.number("select max(slowest) from calls_hour"));
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        trail.add(NOW, GET, 0, 1);
        rollUp(store.source()).step();
        leases.takeAway();
        trail.add(NOW, GET, 0, 1);
        RollUp other = new RollUp(
                trail, store.source(), new Turn(new FakeLeases(), "t"), "hub", Clock.fixed(NOW, ZoneOffset.UTC));
        other.step();
        assertEquals(2, calls(Span.MINUTE));
    }

    @Test
    void countsEachRecordOnceWhateverFails() throws Exception {
        FailingSource failing = new FailingSource(store.source());
        RollUp rollUp = rollUp(failing.source());
        int failures = 0;
        int records = 0;
        for (int operation = 1; operation <= 40; operation++) {
            for (boolean whenDone : new boolean[] {false, true}) {
                trail.add(NOW, GET, records % 3 == 0 ? 5002 : 0, 10);
                trail.add(NOW, "ticket.v1.ticket.get", 0, 10);
                records += 2;
                failing.failAt(operation, whenDone);
                try {
                    rollUp.step();
                } catch (SQLException e) {
                    failures++;
                }
            }
        }
        failing.failAt(Integer.MAX_VALUE, false);
        rollUp.step();
        assertTrue(failures > 30, "failed " + failures + " times");
        assertEquals(records, calls(Span.MINUTE));
        assertEquals(records, calls(Span.HOUR));
    }

    @Test
    void countsEachRecordOnceThoughTwoCount() throws Exception {
        List<AuditRecord> records = new ArrayList<>();
        for (int i = 0; i < 45_000; i++) {
            records.add(FakeTrail.record(NOW, GET, 0, i));
        }
        trail.addAll(records);
        List<Thread> threads = new ArrayList<>();
        rollUp(store.source()).step();
        for (int i = 0; i < 2; i++) {
            RollUp rollUp = new RollUp(
                    trail, store.source(), new Turn(new FakeLeases(), "t"), "hub", Clock.fixed(NOW, ZoneOffset.UTC));
            Thread thread = new Thread(() -> {
                for (int step = 0; step < 20; step++) {
                    try {
                        rollUp.step();
                    } catch (Exception e) {
                        // a deadlock or a timeout of the lock: the next step goes on
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(45_000, calls(Span.MINUTE));
    }

    @Test
    void countsOnlyInItsTurn() throws Exception {
        trail.add(NOW, GET, 0, 1);
        leases.takeAway();
        rollUp(store.source()).step();
        assertEquals(0, calls(Span.MINUTE));
    }

    @Test
    void givesNoRowToWhatCallersInvent() throws Exception {
        for (int i = 0; i < 500; i++) {
            trail.add(NOW, "x" + i + ".v1.get", 4005, 1);
            trail.add(NOW, "' " + i, 4000, 1);
        }
        trail.add(NOW, "", 4011, 1);
        rollUp(store.source()).step();
        assertEquals(
                3, store.number("select count(*) from calls_minute where operation = 'none' and connector = 'none'"));
        assertEquals(3, store.number("select count(*) from calls_minute"));
    }

    @Test
    void keepsMinutesForDaysAndHoursForAYear() throws Exception {
        trail.add(NOW.minus(Duration.ofDays(500)), GET, 0, 1);
        trail.add(NOW.minus(Duration.ofDays(300)), GET, 0, 1);
        trail.add(NOW.minus(Duration.ofDays(7)), GET, 0, 1);
        trail.add(NOW, GET, 0, 1);
        rollUp(store.source()).step();
        assertEquals(2, calls(Span.MINUTE));
        assertEquals(3, calls(Span.HOUR));
        trail.add(NOW.plus(Duration.ofDays(200)), GET, 0, 1);
        Clock later = Clock.fixed(NOW.plus(Duration.ofDays(200)), ZoneOffset.UTC);
        new RollUp(trail, store.source(), new Turn(new FakeLeases(), "t"), "hub", later).step();
        assertEquals(1, calls(Span.MINUTE));
        assertEquals(3, calls(Span.HOUR));
    }

    @Test
    void endsWhenItIsToldTo() throws Exception {
        trail.add(NOW, GET, 0, 1);
        RollUpThread thread = new RollUpThread(trail, "hub", store.source(), leases);
        long start = System.nanoTime();
        thread.stop();
        assertTrue(System.nanoTime() - start < 3_000_000_000L);
        assertTrue(leases.free());
    }
}
