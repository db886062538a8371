package io.switchboard.core.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TakeoverTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final FakeHub hub = new FakeHub(new RateBounds(1_000_000, 0, 0, List.of()));

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void losesNoCallWhileVersionsChange() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong calls = new AtomicLong();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        Edition current = new Edition(1);
        arrive(current);
        List<Thread> callers = Stream.generate(() -> new Thread(() -> {
                    while (!stop.get()) {
                        FakeHub.Ended ended =
                                hub.askAnywhere("edition.v1.number.get").call();
                        ended.problem().ifPresent(problem -> failures.add(problem.toString()));
                        calls.incrementAndGet();
                    }
                }))
                .limit(3)
                .toList();
        callers.forEach(Thread::start);
        for (int number = 2; number <= 150; number++) {
            long before = calls.get();
            Edition next = new Edition(number);
            hub.admissions.hold(number);
            arrive(next);
            admit(next);
            assertTrue(hub.pipeline.awaitCallsUnderWay(LONG));
            current.gone = true;
            hub.registry.depart(current, Duration.ZERO);
            while (calls.get() < before + 3) {
                Thread.onSpinWait();
            }
            assertEquals(0, current.strays.get(), "calls reached version " + current.number + " after its time");
            current = next;
        }
        stop.set(true);
        for (Thread caller : callers) {
            caller.join();
        }
        assertEquals(List.of(), List.copyOf(failures));
        assertEquals(150, number());
    }

    @Test
    void waitsForTheCallsOfBeforeAndForNoOthers() throws InterruptedException {
        Edition old = new Edition(1);
        Edition next = new Edition(2);
        arrive(old);
        CompletableFuture<FakeHub.Ended> within =
                hub.askAnywhere("edition.v1.number.wait").begin();
        old.entered.await();
        arrive(next);

        assertFalse(hub.pipeline.awaitCallsUnderWay(Duration.ofMillis(20)));
        assertEquals(2, number());
        CompletableFuture<Boolean> waits = new CompletableFuture<>();
        Thread waiter = new Thread(() -> waits.complete(awaitLong()));
        waiter.start();
        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        CompletableFuture<FakeHub.Ended> after =
                hub.askAnywhere("edition.v1.number.wait").begin();
        next.entered.await();
        old.mayEnd.countDown();

        assertEquals(1, within.join().json().get("number").asInt());
        assertTrue(waits.join(), "it waited for a call that came later");
        assertFalse(after.isDone());
        next.mayEnd.countDown();
        after.join();
    }

    @Test
    void doesNotWaitForACallThatWasGivenUp() throws InterruptedException {
        hub.loyalty.ignoreInterrupts = true;
        hub.ask("misbehave")
                .with("{'how':'hang'}")
                .timeout(Duration.ofMillis(50))
                .begin()
                .join();
        try {
            assertEquals(1, hub.pipeline.underWay());
            assertTrue(hub.pipeline.awaitCallsUnderWay(LONG));
        } finally {
            hub.loyalty.hanging.countDown();
        }
    }

    @Test
    void letsACallFinishWithinAConnectorThatGoes() throws InterruptedException {
        Edition old = new Edition(1);
        arrive(old);
        CompletableFuture<FakeHub.Ended> within =
                hub.askAnywhere("edition.v1.number.wait").begin();
        old.entered.await();
        CompletableFuture<Void> departs = CompletableFuture.runAsync(() -> hub.registry.depart(old, LONG));
        while (hub.registry.find("edition.v1.number.get").isPresent()) {
            Thread.onSpinWait();
        }

        assertFalse(departs.isDone());
        old.mayEnd.countDown();
        departs.join();
        assertEquals(1, within.join().json().get("number").asInt());
        FakeHub.Ended absent = hub.askAnywhere("edition.v1.number.get").call();
        assertEquals(ErrorCode.NOT_READY, absent.code());
        assertTrue(absent.problem().orElseThrow().retryAfter().isPresent());
        hub.registry.forget(old.origin().bundleId());
        assertEquals(
                ErrorCode.NO_SUCH_OPERATION,
                hub.askAnywhere("edition.v1.number.get").call().code());
    }

    private boolean awaitLong() {
        try {
            return hub.pipeline.awaitCallsUnderWay(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void arrive(Edition edition) {
        hub.registry.arrive(edition, edition, edition.origin());
    }

    private void admit(Edition edition) {
        hub.admissions.admit(edition.origin().bundleId());
        hub.registry.refresh();
    }

    private int number() {
        return hub.askAnywhere("edition.v1.number.get")
                .call()
                .json()
                .get("number")
                .asInt();
    }
}
