package io.switchboard.core.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.Problem;
import io.switchboard.core.internal.catalogue.ConnectorRegistry;
import io.switchboard.core.internal.pipeline.Rogue.How;
import io.switchboard.core.takeover.ReviewedConnector.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class QuarantineTest {
    private static final String ACT = "rogue.v1.act";
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Quarantine.Bounds BOUNDS =
            new Quarantine.Bounds(3, Duration.ofHours(1), FIRST, Duration.ofMinutes(30));

    private final FakeHub hub = new FakeHub();
    private final Rogue rogue = new Rogue();

    @BeforeEach
    void arrive() {
        quarantine(BOUNDS);
        hub.registry.arrive(rogue, rogue, Rogue.ORIGIN);
    }

    @AfterEach
    void close() {
        rogue.release.countDown();
        hub.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNEXPECTED", "LINKAGE", "OVERFLOW", "MEMORY", "GARBAGE", "UNDECLARED", "LEAK"})
    void takesOutOfUseWhatFailsAgainAndAgainAndHarmsNobodyElse(How how) {
        rogue.how = how;
        for (int i = 0; i < 3; i++) {
            assertEquals(ErrorCode.CONNECTOR_FAULT, act().code());
            assertTrue(others(), "another connector failed");
        }
        rogue.how = How.FINE;

        Problem refused = act().problem().orElseThrow();
        assertEquals(ErrorCode.NOT_READY, refused.code());
        assertTrue(refused.retryAfter().orElseThrow().compareTo(FIRST.minusMinutes(1)) > 0);
        assertTrue(others(), "another connector failed");
    }

    @Test
    void isEndedByHandAndBeginsAgainFromTheStart() {
        assertFalse(hub.registry.release("rogue.v1"), "not in it");
        assertFalse(hub.registry.release("nothing.v1"));
        for (int round = 0; round < 2; round++) {
            rogue.how = How.UNEXPECTED;
            for (int i = 0; i < 3; i++) {
                assertEquals(ErrorCode.CONNECTOR_FAULT, act().code());
            }
            rogue.how = How.FINE;
            Problem refused = act().problem().orElseThrow();
            assertTrue(refused.retryAfter().orElseThrow().compareTo(FIRST) <= 0, "the first pause");
            assertTrue(hub.registry.release("rogue.v1"));
            assertTrue(act().problem().isEmpty(), "in use again");
        }
    }

    @Test
    void takesOutOfUseWhatHangsPastItsDeadline() {
        rogue.how = How.HANG;
        for (int i = 0; i < 3; i++) {
            assertEquals(ErrorCode.DEADLINE_EXCEEDED, begin().join().code());
        }
        rogue.how = How.FINE;
        assertEquals(ErrorCode.NOT_READY, act().code());
        assertTrue(others(), "another connector failed");
    }

    @Test
    void blamesNoConnectorForCallersWhoDoNotWait() {
        rogue.how = How.HANG;
        IntStream.range(0, 3)
                .forEach(i -> assertEquals(
                        ErrorCode.DEADLINE_EXCEEDED,
                        hub.askAnywhere(ACT)
                                .timeout(Duration.ofMillis(20))
                                .begin()
                                .join()
                                .code()));
        rogue.how = How.FINE;
        assertEquals("fine", act().json().path("text").asText());
    }

    @Test
    void blamesNoConnectorForWhatItDeclares() {
        rogue.how = How.DECLARED;
        IntStream.range(0, 10).forEach(i -> assertEquals(ErrorCode.BACKEND_UNREACHABLE, act().code()));
    }

    @Test
    void keepsInUseWhatWorksMoreOftenThanNot() {
        for (int i = 0; i < 10; i++) {
            rogue.how = How.UNEXPECTED;
            assertEquals(ErrorCode.CONNECTOR_FAULT, act().code());
            rogue.how = How.FINE;
            for (int good = 0; good < 2; good++) {
                assertEquals("fine", act().json().path("text").asText());
            }
        }
    }

    @Test
    void letsItBackAfterAPauseWhenACallFindsThatItWorks() {
        fail();
        hub.skew = FIRST.plusMinutes(1).toNanos();
        assertEquals("fine", act().json().path("text").asText());
        assertEquals("fine", act().json().path("text").asText());
        assertTrue(hub.registry.quarantined().isEmpty());
    }

    @Test
    void doublesThePauseWhenTheTrialFailsUpToTheLongest() {
        fail();
        rogue.how = How.UNEXPECTED;
        hub.skew = FIRST.plusMinutes(1).toNanos();
        assertEquals(ErrorCode.CONNECTOR_FAULT, act().code());
        assertPause(Duration.ofMinutes(20));
        hub.skew = FIRST.plusMinutes(22).toNanos();
        assertEquals(ErrorCode.CONNECTOR_FAULT, act().code());
        assertPause(Duration.ofMinutes(30));
    }

    @Test
    void triesWithOneCallAtATime() throws InterruptedException {
        fail();
        hub.skew = FIRST.plusMinutes(1).toNanos();
        rogue.how = How.HANG;
        CompletableFuture<FakeHub.Ended> trial = begin();
        rogue.hangs.await();
        assertEquals(ErrorCode.NOT_READY, act().code());
        assertEquals(ErrorCode.DEADLINE_EXCEEDED, trial.join().code());
        assertPause(Duration.ofMinutes(20));
    }

    @Test
    void saysWhyInTheReviewAndEndsWithANewVersion() {
        fail();
        var review = hub.registry.review(Rogue.ORIGIN.bundleId()).connectors().get(0);
        assertEquals(State.QUARANTINED, review.state());
        assertTrue(review.reason().contains(ACT), review.reason());
        assertTrue(hub.registry.quarantined().containsKey("rogue.v1"));

        Rogue update = new Rogue();
        hub.registry.arrive(update, update, new ConnectorRegistry.Origin("com.example.rogue", "1.0.1", 67, false));
        assertEquals("fine", act().json().path("text").asText());
        assertTrue(hub.registry.quarantined().isEmpty());
    }

    @Test
    void endsWhenItIsTurnedOff() {
        fail();
        quarantine(Quarantine.Bounds.OFF);
        assertEquals("fine", act().json().path("text").asText());
        quarantine(BOUNDS);
        assertEquals("fine", act().json().path("text").asText());
    }

    @Test
    void leavesPermitsForOthersHoweverManyConnectorsHang() {
        quarantine(Quarantine.Bounds.OFF);
        rogue.how = How.HANG;
        List<CompletableFuture<FakeHub.Ended>> stuck =
                IntStream.range(0, 40).mapToObj(i -> begin()).toList();
        stuck.forEach(each -> assertFalse(each.join().problem().isEmpty()));
        assertEquals(ErrorCode.BUSY, act().code());
        assertTrue(others(), "another connector failed");
    }

    private void fail() {
        rogue.how = How.UNEXPECTED;
        IntStream.range(0, 3).forEach(i -> assertEquals(ErrorCode.CONNECTOR_FAULT, act().code()));
        rogue.how = How.FINE;
        assertEquals(ErrorCode.NOT_READY, act().code());
    }

    private void assertPause(Duration pause) {
        Duration left = act().problem().orElseThrow().retryAfter().orElseThrow();
        assertTrue(left.compareTo(pause) <= 0, left::toString);
        assertTrue(left.compareTo(pause.minusMinutes(1)) > 0, left::toString);
    }

    private void quarantine(Quarantine.Bounds bounds) {
        hub.registry.change(new ConnectorRegistry.Bounds(30, bounds));
    }

    private FakeHub.Ended act() {
        return hub.askAnywhere(ACT).call();
    }

    private CompletableFuture<FakeHub.Ended> begin() {
        return hub.askAnywhere(ACT).begin();
    }

    private boolean others() {
        return hub.ask("misbehave").with("{'how':'fine'}").call().problem().isEmpty();
    }
}
