package io.switchboard.core.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.ArgumentFault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A write is executed once, however often and in whatever circumstances it is repeated. */
class OnceTest {
    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    private FakeHub.Asking spend(int points) {
        return hub.ask("points.spend").with("{'customerId':'C-1','points':" + points + "}");
    }

    @Test
    void answersARepeatedWriteFromTheRecord() {
        var first = spend(10).key("k").call();
        var second = spend(10).key("k").call();

        assertEquals(first.json(), second.json());
        assertFalse(first.replayed());
        assertTrue(second.replayed());
        assertEquals(1, hub.loyalty.runs.get());
    }

    @Test
    void runsEachOfTwoHonestWritesWithoutAKey() {
        spend(10).call();
        spend(10).call();

        assertEquals(2, hub.loyalty.runs.get());
    }

    @Test
    void derivesAKeyWhereEqualArgumentsMeanTheSameAct() {
        hub.ask("tier.set").with("{'how':'GOLD'}").call();
        assertTrue(hub.ask("tier.set").with("{'how':'GOLD'}").call().replayed());
        assertFalse(hub.ask("tier.set").with("{'how':'BASIC'}").call().replayed());
        assertEquals(2, hub.loyalty.runs.get());
    }

    @Test
    void asksForAKeyWhereAWriteCannotBeTakenBack() {
        assertEquals(ErrorCode.KEY_REQUIRED, hub.ask("points.expire").call().code());
        assertTrue(hub.ask("points.expire").key("k").call().problem().isEmpty());
    }

    @Test
    void refusesAKeyThatCameWithOtherArguments() {
        spend(10).key("k").call();
        assertEquals(ErrorCode.KEY_REUSED, spend(11).key("k").call().code());
    }

    @Test
    void keepsTheKeysOfClientsApart() {
        spend(10).key("k").call();
        assertFalse(spend(10).as("bot").key("k").call().replayed());
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertEquals(ErrorCode.INVALID_ARGUMENTS, spend(10).key("").call().code());
        assertEquals(ErrorCode.INVALID_ARGUMENTS, spend(10).key("a b").call().code());
        assertEquals(
                ErrorCode.INVALID_ARGUMENTS,
                spend(10).key("x".repeat(256)).call().code());
    }

    @Test
    void repeatsARefusalOfTheBusinessAndRunsAgainAfterATechnicalOne() {
        var refused = spend(999).key("a").call();
        var repeated = spend(999).key("a").call();
        assertEquals(ErrorCode.LIMIT_EXCEEDED, refused.code());
        assertEquals(
                List.of("points", "customerId"),
                refused.problem().orElseThrow().faults().stream()
                        .map(ArgumentFault::path)
                        .toList());
        assertEquals(
                refused.problem().orElseThrow().faults(),
                repeated.problem().orElseThrow().faults());
        assertTrue(repeated.replayed());
        assertEquals(1, hub.loyalty.runs.get());

        assertEquals(ErrorCode.BACKEND_UNREACHABLE, spend(503).key("b").call().code());
        assertEquals(ErrorCode.BACKEND_UNREACHABLE, spend(503).key("b").call().code());
        assertEquals(3, hub.loyalty.runs.get());
    }

    @Test
    void asksTheBackendAfterACrashBetweenItsCommitAndOurs() {
        var first = spend(10).key("k").call();
        hub.claims.forgetOutcomes();

        var second = spend(10).key("k").call();

        assertEquals(first.json(), second.json());
        assertTrue(second.replayed());
        assertEquals(1, hub.loyalty.runs.get());
        assertEquals(1, hub.loyalty.spent.size());
    }

    @Test
    void runsAgainWhereTheBackendNeverHeardOfIt() {
        spend(10).key("k").call();
        hub.claims.forgetOutcomes();
        hub.loyalty.spent.clear();

        assertFalse(spend(10).key("k").call().replayed());
        assertEquals(2, hub.loyalty.runs.get());
        assertTrue(spend(10).key("k").call().replayed());
    }

    @Test
    void asksTheBackendAfterAConnectorThatFailedHavingCommitted() {
        assertEquals(ErrorCode.OUTCOME_UNKNOWN, spend(500).key("k").call().code());

        var second = spend(500).key("k").call();

        assertEquals(500, second.json().path("points").intValue());
        assertEquals(1, hub.loyalty.runs.get());
    }

    @Test
    void leavesUnknownWhatNobodyCanFindOut() {
        hub.ask("points.expire").key("k").call();
        hub.claims.forgetOutcomes();

        assertEquals(
                ErrorCode.OUTCOME_UNKNOWN,
                hub.ask("points.expire").key("k").call().code());
        assertEquals(1, hub.loyalty.runs.get());
        assertEquals("UNKNOWN", hub.status(hub.claims.lastCallId(), "staff"));
    }

    @Test
    void tellsItsPrincipalWhatCameOfACallAndNobodyElse() {
        spend(10).key("k").call();
        String callId = hub.claims.lastCallId();

        assertTrue(hub.status(callId, "staff").startsWith("DONE{\"customerId\":\"C-1\",\"points\":10"));
        assertEquals("NOT_FOUND", hub.status(callId, "reader"));
        assertEquals("NOT_FOUND", hub.status("0".repeat(32), "staff"));
        assertEquals("NOT_FOUND", hub.status("' or 1=1", "staff"));
    }

    @Test
    void neverRunsAgainAfterABackendThatFailedWithoutSayingThatNothingWasChanged() {
        assertEquals(ErrorCode.OUTCOME_UNKNOWN, spend(501).key("k").call().code());

        assertEquals(501, spend(501).key("k").call().json().path("points").intValue());
        assertEquals(1, hub.loyalty.runs.get());
    }

    @Test
    void asksTheProbeWhereSomebodyAsksWhatCameOfACall() {
        spend(501).call();
        String callId = hub.claims.lastCallId();

        assertTrue(hub.status(callId, "staff").startsWith("DONE{\"customerId\":\"C-1\",\"points\":501"));
        assertEquals(1, hub.loyalty.runs.get());
    }

    @Test
    void tellsOfACallThatTookNoPlaceAndLetsItsKeyRunAgain() {
        spend(10).key("k").call();
        hub.claims.forgetOutcomes();
        hub.loyalty.spent.clear();

        assertEquals("FAILED", hub.status(hub.claims.lastCallId(), "staff"));
        assertFalse(spend(10).key("k").call().replayed());
    }

    @Test
    void namesTheCallThatHoldsTheAct() {
        spend(999).key("k").call();
        String first = hub.claims.lastCallId();

        assertEquals(first, spend(999).key("k").call().problem().orElseThrow().callId());
        assertEquals("FAILED", hub.status(first, "staff"));
    }

    @Test
    void doesNotAdviseToRepeatAWriteThatRanAndIsNotInTheAudit() {
        hub.auditFailsAfter = 0;
        assertEquals(ErrorCode.OUTCOME_UNKNOWN, spend(10).key("k").call().code());
        assertEquals(1, hub.loyalty.runs.get());
    }

    @Test
    void beginsNoWriteThatCouldNotBeAudited() {
        hub.auditFull = true;
        assertEquals(ErrorCode.BUSY, spend(10).key("k").call().code());
        assertEquals(0, hub.loyalty.runs.get());
    }
}
