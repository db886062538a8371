package io.switchboard.core.internal.once;

import static io.switchboard.core.internal.once.TestStore.act;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimRacesTest {
    private static final Outcome DONE = new Outcome.Done("{}");

    @TempDir
    Path directory;

    private TestStore store;

    @BeforeEach
    void open() throws Exception {
        store = new TestStore(directory);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void of32OneTakes() throws Exception {
        JdbcClaims claims = store.boot("b1");
        for (int round = 0; round < 20; round++) {
            int act = round;
            List<Claim> all = together(32, n -> () -> claims.take(act(act)));
            assertEquals(1, all.stream().filter(Claim.Taken.class::isInstance).count());
            assertEquals(
                    31, all.stream().filter(Claim.Running.class::isInstance).count());
        }
    }

    @Test
    void ofTwoHubsOnOneDatabaseOneTakes() throws Exception {
        JdbcClaims[] hubs = {
            store.boot("b1", owner -> true, TestStore.LIMITS), store.boot("b2", owner -> true, TestStore.LIMITS)
        };
        for (int round = 0; round < 20; round++) {
            int act = round;
            List<Claim> all = together(16, n -> () -> hubs[n % 2].take(act(act)));
            assertEquals(1, all.stream().filter(Claim.Taken.class::isInstance).count());
            assertEquals(
                    15, all.stream().filter(Claim.Running.class::isInstance).count());
        }
    }

    @Test
    void afterACrashAllSeeUnknownAndOneOf16Retakes() throws Exception {
        JdbcClaims before = store.boot("b1");
        JdbcClaims after = store.boot("b2");
        for (int round = 0; round < 10; round++) {
            int number = round;
            Act lost = act(number);
            assertEquals(new Claim.Taken(), before.take(lost));
            assertEquals(new Claim.Unknown(lost.callId()), after.take(act(number)));
            Recorded recorded = after.find(lost.callId()).orElseThrow();
            assertEquals(new Recorded(lost, store.now, false, Optional.empty()), recorded);

            List<Boolean> all = together(16, n -> () -> after.retake(lost.callId(), act(number)));
            assertEquals(1, all.stream().filter(won -> won).count());
        }
    }

    @Test
    void whatALostBootBeganCanBeSettledOrGivenUp() throws Exception {
        JdbcClaims before = store.boot("b1");
        JdbcClaims after = store.boot("b2");
        Act first = act(1);
        before.take(first);
        after.settle(first.callId(), DONE);
        assertEquals(new Claim.Settled(first.callId(), DONE), after.take(act(1)));
        Act second = act(2);
        before.take(second);
        after.release(second.callId());
        assertEquals(new Claim.Taken(), after.take(act(2)));
    }

    @Test
    void whatALivingHubRunsIsLeftToIt() throws Exception {
        JdbcClaims one = store.boot("b1", owner -> true, TestStore.LIMITS);
        JdbcClaims other = store.boot("b2", owner -> true, TestStore.LIMITS);
        Act act = act(1);
        one.take(act);
        assertTrue(other.find(act.callId()).orElseThrow().running());
        other.release(act.callId());
        assertFalse(other.retake(act.callId(), act(1)));
        assertEquals(new Claim.Running(act.callId()), other.take(act(1)));
    }

    /** While calls are taken, settled and asked for all at once, none is ever seen as unknown. */
    @Test
    void aSettlementIsNeverMistakenForALoss() throws Exception {
        JdbcClaims claims = store.boot("b1");
        List<Integer> unknown = together(8, n -> () -> {
            int seen = 0;
            for (int i = 0; i < 150; i++) {
                Act act = act(i);
                Claim claim = claims.take(act);
                if (claim instanceof Claim.Taken) {
                    claims.settle(act.callId(), DONE);
                }
                seen += claim instanceof Claim.Unknown ? 1 : 0;
            }
            return seen;
        });
        assertEquals(0, unknown.stream().mapToInt(Integer::intValue).sum());
    }

    private interface Numbered<T> {
        Callable<T> of(int number);
    }

    private static <T> List<T> together(int threads, Numbered<T> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<T>> running = new ArrayList<>();
            for (int n = 0; n < threads; n++) {
                Callable<T> one = task.of(n);
                running.add(pool.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return one.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
