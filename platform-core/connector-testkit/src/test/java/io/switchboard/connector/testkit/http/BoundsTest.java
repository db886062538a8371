package io.switchboard.connector.testkit.http;

import static io.switchboard.connector.ErrorCode.BUSY;
import static io.switchboard.connector.ErrorCode.OUTCOME_UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.testkit.FaultyAnswer;
import io.switchboard.connector.testkit.FaultyServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BoundsTest extends Setup {

    @Test
    void whatExceedsThePermitsIsToldAtOnceAndOthersAreUnhurt() throws Exception {
        primary.answers(FaultyAnswer.silent());
        HttpBackend full = alone("permits", 4, "timeout.millis", 60_000);
        HttpBackend other = open(backup.address().toString());
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<ErrorCode>> waiting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                waiting.add(threads.submit(() -> failure(full, READ, Duration.ofSeconds(60))));
            }
            await(() -> primary.received().size() == 4);
            long began = System.nanoTime();
            assertEquals(BUSY, failure(full, READ));
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(5).toNanos());
            assertEquals(200, ask(other, READ).status());
            full.close();
            for (Future<ErrorCode> each : waiting) {
                assertEquals(ErrorCode.NOT_READY, each.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anInterruptEndsTheQuestionAndGivesThePermitBack() throws Exception {
        primary.answers(FaultyAnswer.silent(), FaultyAnswer.json("{}"));
        HttpBackend backend = alone("permits", 1, "timeout.millis", 60_000);
        AtomicReference<ErrorCode> told = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                backend.send(WRITE, LONG);
            } catch (ConnectorException e) {
                told.set(e.code());
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        await(() -> primary.received().size() == 1);
        caller.interrupt();
        caller.join(LONG.toMillis());
        assertEquals(OUTCOME_UNKNOWN, told.get());
        assertEquals(true, interrupted.get());
        assertEquals(200, ask(backend, READ).status());
    }

    @Test
    void credentialsThatAreRefusedAreNotTriedAgainAndAgain() {
        primary.answers(FaultyAnswer.status(401));
        HttpBackend backend = alone();
        for (int i = 0; i < 10; i++) {
            assertEquals(ErrorCode.BACKEND_REFUSED, failure(backend, READ));
        }
        assertEquals(3, primary.received().size());
    }

    @Test
    void redirectsAreFollowedOnlyToWhatIsConfigured() {
        try (FaultyServer stranger = FaultyServer.start()) {
            primary.answersAt("/points", FaultyAnswer.status(302).header("Location", "/moved?x=1"));
            HttpBackend backend = alone("redirects", 1, ".token", "s3cret");
            ask(backend, READ);
            assertEquals("/moved?x=1", primary.received().get(1).target());
            assertEquals("Bearer s3cret", primary.received().get(1).headers().get("authorization"));

            primary.answersAt("/points", FaultyAnswer.status(302).header("Location", stranger.address() + "/points"));
            assertEquals(ErrorCode.BACKEND_FAILED, failure(backend, READ));
            assertEquals(0, stranger.received().size());
        }
    }
}
