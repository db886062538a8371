package io.switchboard.core.internal.once;

import static io.switchboard.core.internal.once.TestStore.act;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTroubleTest {
    private static final Outcome DONE = new Outcome.Done("{\"phone\":\"13800138000\"}");
    private static final ClaimLimits HASTY =
            new ClaimLimits(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofHours(24), Duration.ofDays(30));

    @TempDir
    Path directory;

    private TestStore store;

    @BeforeEach
    void open() throws Exception {
        store = new TestStore(directory);
    }

    @AfterEach
    void close() {
        store.source.gate.countDown();
        store.close();
    }

    @Test
    void anInterruptedCallerIsServedAndStaysInterrupted() throws Exception {
        JdbcClaims claims = store.boot("b1");
        Act act = act(1);
        Thread.currentThread().interrupt();
        assertEquals(new Claim.Taken(), claims.take(act));
        assertTrue(Thread.currentThread().isInterrupted());
        store.source.refusals.set(2);
        claims.settle(act.callId(), DONE);
        assertTrue(Thread.interrupted());
        assertEquals(new Claim.Settled(act.callId(), DONE), claims.take(act(1)));
        assertFalse(Thread.currentThread().isInterrupted());
    }

    /** H2 closes its file when a thread that writes is interrupted; ours never is. */
    @Test
    void interruptsAtAnyTimeHarmNothing() throws Exception {
        JdbcClaims claims = store.boot("b1");
        AtomicBoolean over = new AtomicBoolean();
        Thread worker = Thread.currentThread();
        Thread watchdog = new Thread(() -> {
            while (!over.get()) {
                worker.interrupt();
                Thread.onSpinWait();
            }
        });
        watchdog.start();
        try {
            for (int i = 0; i < 200; i++) {
                Act act = act(i);
                assertEquals(new Claim.Taken(), claims.take(act));
                claims.settle(act.callId(), DONE);
            }
        } finally {
            over.set(true);
            while (watchdog.isAlive()) {
                Thread.onSpinWait();
            }
            Thread.interrupted();
        }
        assertTrue(claims.take(act(199)) instanceof Claim.Settled);
    }

    @Test
    void aStoreThatHangsHoldsNobodyForLongAndLeavesNoClaim() throws Exception {
        JdbcClaims claims = store.boot("b1", owner -> false, HASTY);
        store.source.gate = new CountDownLatch(1);
        assertThrows(ClaimsUnavailable.class, () -> claims.take(act(1)));
        store.source.gate.countDown();
        // Whether the late claim was written or is yet to be: it never ran, and stands in nobody's way.
        assertEquals(new Claim.Taken(), claims.take(act(1, "e".repeat(64))));
    }

    @Test
    void aClaimWhoseAnswerWasLostIsFree() throws Exception {
        JdbcClaims claims = store.boot("b1");
        store.source.lostAnswers.set(1);
        assertThrows(ClaimsUnavailable.class, () -> claims.take(act(1)));
        Act second = act(1);
        assertEquals(new Claim.Taken(), claims.take(second));
        assertEquals(new Claim.Running(second.callId()), claims.take(act(1)));

        store.source.lostAnswers.set(1);
        assertThrows(ClaimsUnavailable.class, () -> claims.take(act(2)));
        claims.purge(store.now);
        // Another boot would call what is left of it unknown: nothing is.
        assertEquals(new Claim.Taken(), store.boot("b2").take(act(2)));
    }

    @Test
    void aRetakeWhoseAnswerWasLostIsFree() throws Exception {
        JdbcClaims claims = store.boot("b1");
        Act first = act(1);
        claims.take(first);
        claims.settle(first.callId(), new Outcome.Unknown());
        Act lost = act(1);
        store.source.skip.set(1); // the look is heard, the change is not
        store.source.lostAnswers.set(1);
        assertThrows(ClaimsUnavailable.class, () -> claims.retake(first.callId(), lost));
        assertEquals(lost, claims.find(first.callId()).orElseThrow().act());
        assertEquals(new Claim.Taken(), claims.take(act(1)));
    }

    @Test
    void aSettlementIsTriedAgain() throws Exception {
        JdbcClaims claims = store.boot("b1");
        Act act = act(1);
        claims.take(act);
        store.source.refusals.set(3);
        store.source.lostAnswers.set(1);
        claims.settle(act.callId(), DONE);
        assertEquals(new Claim.Settled(act.callId(), DONE), claims.take(act(1)));
    }

    @Test
    void whatCannotBeSettledIsUnknown() throws Exception {
        JdbcClaims claims = store.boot("b1", owner -> false, HASTY);
        Act act = act(1);
        claims.take(act);
        store.source.refusals.set(1_000);
        assertThrows(ClaimsUnavailable.class, () -> claims.settle(act.callId(), DONE));
        assertThrows(ClaimsUnavailable.class, () -> claims.take(act(1)));
        store.source.refusals.set(0);
        assertEquals(new Claim.Unknown(act.callId()), claims.take(act(1)));
        assertTrue(claims.retake(act.callId(), act(1)));
    }

    @Test
    void whatCannotBeReleasedIsFreeAllTheSame() throws Exception {
        JdbcClaims claims = store.boot("b1");
        Act act = act(1);
        claims.take(act);
        store.source.refusals.set(1);
        assertThrows(ClaimsUnavailable.class, () -> claims.release(act.callId()));
        assertEquals(new Claim.Taken(), claims.take(act(1)));
    }

    @Test
    void whenTooManyWaitTheNextAreTurnedAwayAndSettlementsAreNot() throws Exception {
        StoreThreads threads = new StoreThreads("test");
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            new Thread(() -> assertDoesNotThrow(() -> threads.ask(Duration.ofSeconds(60), () -> {
                        busy.countDown();
                        await(gate);
                        return true;
                    })))
                    .start();
        }
        // From here on nothing that waits is looked at, so each that gives up keeps its room.
        busy.await();
        for (int i = 4; i < 256; i++) {
            assertThrows(ClaimsUnavailable.class, () -> threads.ask(Duration.ofMillis(1), () -> true));
        }
        ClaimsUnavailable full =
                assertThrows(ClaimsUnavailable.class, () -> threads.ask(Duration.ofSeconds(60), () -> true));
        assertEquals("Too many calls wait for the store", full.getMessage());
        gate.countDown();
        assertTrue(threads.insist(Duration.ofSeconds(60), () -> true));
        assertTrue(threads.ask(Duration.ofSeconds(60), () -> true));
        threads.close();
        assertThrows(ClaimsUnavailable.class, () -> threads.insist(Duration.ofSeconds(60), () -> true));
    }

    @Test
    void theRowTellsNothingAndAnAlteredOneIsNotRead() throws Exception {
        JdbcClaims claims = store.boot("b1");
        Act act = act(1);
        claims.take(act);
        claims.settle(act.callId(), DONE);
        byte[] kept = new ClaimTable(store.source)
                .byLastCall(act.callId())
                .flatMap(ClaimRow::outcome)
                .orElseThrow();
        assertFalse(new String(kept, ISO_8859_1).contains("13800138000"));

        Act other = act(2);
        claims.take(other);
        claims.settle(other.callId(), new Outcome.Done("{}"));
        store.run("UPDATE claims SET outcome = (SELECT outcome FROM claims WHERE identity = '" + act.identity()
                + "') WHERE identity = '" + other.identity() + "'");
        assertThrows(ClaimsUnavailable.class, () -> claims.take(act(2)));
        assertThrows(ClaimsUnavailable.class, () -> claims.find(other.callId()));
        store.run("UPDATE claims SET state = 'FAILED' WHERE identity = '" + act.identity() + "'");
        assertThrows(ClaimsUnavailable.class, () -> claims.take(act(1)));
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
