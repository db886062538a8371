package io.switchboard.core.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.internal.catalogue.ConnectorRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeadlineTest {
    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.loyalty.hanging.countDown();
        hub.close();
    }

    @Test
    void answersAtTheDeadlineAndInterruptsTheConnector() {
        assertEquals(ErrorCode.DEADLINE_EXCEEDED, hang().join().code());
        assertEquals("fine", fine());
        await(() -> hub.loyalty.interrupted);
    }

    @Test
    void leavesTheThreadAsItWas() {
        hub.ask("misbehave").with("{'how':'hang'}").call();
        await(() -> hub.loyalty.interrupted);
        assertEquals(false, Thread.currentThread().isInterrupted());
    }

    @Test
    void letsACallerAskForLessTime() {
        long before = System.nanoTime();
        hub.ask("misbehave")
                .with("{'how':'hang'}")
                .timeout(Duration.ofMillis(20))
                .call();
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        assertTrue(took < 150, () -> "took " + took + " ms");
    }

    @Test
    void harmsNobodyElseWhenAllPermitsHang() {
        hub.loyalty.ignoreInterrupts = true;
        List<CompletableFuture<FakeHub.Ended>> stuck =
                IntStream.range(0, 4).mapToObj(i -> hang()).toList();
        stuck.forEach(
                each -> assertEquals(ErrorCode.DEADLINE_EXCEEDED, each.join().code()));

        assertEquals(
                ErrorCode.BUSY,
                hub.ask("misbehave").with("{'how':'fine'}").call().code());
        hub.loyalty.hanging.countDown();
        await(() -> hub.ask("misbehave").with("{'how':'fine'}").call().problem().isEmpty());
    }

    @Test
    void neverRunsAWriteAgainThatWasUnderWayAtItsDeadline() {
        FakeHub.Asking spend = hub.ask("points.spend")
                .with("{'customerId':'C-1','points':504}")
                .key("k")
                .timeout(Duration.ofMillis(400));

        assertEquals(ErrorCode.OUTCOME_UNKNOWN, spend.call().code());
        await(() -> hub.audit.size() == 2);
        assertEquals(504, spend.call().json().path("points").intValue());
        assertEquals(1, hub.loyalty.runs.get());
        assertEquals("late", hub.audit.get(1).alarm());
    }

    @Test
    void letsNoCallIntoAConnectorThatHasGone() {
        hub.registry.depart(hub.loyalty, Duration.ZERO);
        hub.registry.arrive(hub.loyalty, hub.loyalty, new ConnectorRegistry.Origin("test", "1.0.1", 2, false));
        assertEquals("fine", fine());
    }

    private CompletableFuture<FakeHub.Ended> hang() {
        return hub.ask("misbehave").with("{'how':'hang'}").begin();
    }

    private String fine() {
        return hub.ask("misbehave")
                .with("{'how':'fine'}")
                .call()
                .json()
                .path("name")
                .textValue();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.onSpinWait();
        }
    }
}
