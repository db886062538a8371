package io.switchboard.core.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.Problem;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineTest {
    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void answersARead() {
        var answer = hub.ask("balance.get").with("{'customerId':'C-1'}").call().json();

        assertEquals(
                "{\"customerId\":\"C-1\",\"phone\":\"***1001\",\"note\":\"ab\",\"points\":42,"
                        + "\"number\":\"9007199254740993\",\"tier\":\"GOLD\"}",
                answer.toString());
    }

    @Test
    void leavesOutWhatTheRoleMayNotSee() {
        hub.phone = Treatment.HIDDEN;
        assertFalse(hub.ask("balance.get")
                .with("{'customerId':'C-1'}")
                .call()
                .json()
                .has("phone"));
        hub.phone = Treatment.FULL;
        assertEquals(
                "13800001001",
                hub.ask("balance.get")
                        .with("{'customerId':'C-1'}")
                        .call()
                        .json()
                        .path("phone")
                        .textValue());
    }

    @Test
    void refusesWithoutTokenScopeOrSecurity() {
        assertEquals(
                ErrorCode.UNAUTHENTICATED,
                hub.ask("balance.get").anonymous().call().code());
        assertEquals(
                ErrorCode.UNAUTHENTICATED,
                hub.ask("balance.get").as("forged").call().code());
        assertEquals(
                ErrorCode.SCOPE_MISSING,
                hub.ask("points.spend").as("reader").call().code());
        hub.secured = false;
        assertEquals(ErrorCode.NOT_READY, hub.ask("balance.get").call().code());
    }

    @Test
    void checksTheScopeBeforeItReadsTheArguments() {
        assertEquals(
                ErrorCode.SCOPE_MISSING,
                hub.ask("points.spend").as("reader").with("no json").call().code());
        assertEquals(
                ErrorCode.MALFORMED_BODY,
                hub.ask("points.spend").with("no json").call().code());
    }

    @Test
    void namesEveryFaultyArgumentByItsPath() {
        Problem problem = hub.ask("points.spend")
                .with("{'points':0,'what':7,'surplus':true}")
                .call()
                .problem()
                .orElseThrow();

        assertEquals(ErrorCode.INVALID_ARGUMENTS, problem.code());
        assertEquals(
                List.of("surplus unknown", "customerId missing", "points range", "what type"),
                problem.faults().stream().map(PipelineTest::shortly).toList());
    }

    private static String shortly(ArgumentFault fault) {
        return fault.path() + " " + fault.fault();
    }

    @Test
    void fillsTheCustomerOfABoundToken() {
        assertEquals("C-1", owner(hub.ask("balance.get").as("bound:C-1")));
        assertEquals("C-1", owner(hub.ask("balance.get").as("bound:C-1").with("{'customerId':'me'}")));
        assertEquals("C-1", owner(hub.ask("balance.get").as("bound:C-1").with("{'customerId':'C-1'}")));
    }

    private static String owner(FakeHub.Asking asking) {
        return asking.call().json().path("customerId").textValue();
    }

    @Test
    void answersForAForeignCustomerAsForOneThatDoesNotExist() {
        Problem foreign = hub.ask("balance.get")
                .as("bound:C-1")
                .with("{'customerId':'C-2'}")
                .call()
                .problem()
                .orElseThrow();
        Problem absent = hub.ask("balance.get")
                .with("{'customerId':'C-404'}")
                .call()
                .problem()
                .orElseThrow();

        assertEquals(absent.code(), foreign.code());
        assertEquals(absent.wording(), foreign.wording());
        assertEquals(absent.detail(), foreign.detail());
        assertEquals(absent.reason(), foreign.reason());
        assertEquals("foreign-customer", hub.audit.get(0).alarm());
        assertEquals("", hub.audit.get(1).alarm());
    }

    @Test
    void keepsBackWhatBelongsToAnotherCustomer() {
        assertEquals(
                ErrorCode.CUSTOMER_NOT_FOUND,
                hub.ask("balance.get").with("{'customerId':'C-OTHERS'}").call().code());
        assertEquals("foreign-owner", hub.audit.get(0).alarm());
    }

    @Test
    void refusesMeWithoutABoundCustomer() {
        assertEquals(
                ErrorCode.CUSTOMER_REQUIRED,
                hub.ask("balance.get").with("{'customerId':'me'}").call().code());
    }

    @Test
    void tellsDeclaredFailuresInTheConnectorsWords() {
        Problem problem = hub.ask("balance.get")
                .with("{'customerId':'C-OLD'}")
                .call()
                .problem()
                .orElseThrow();

        assertEquals(ErrorCode.CONFLICT, problem.code());
        assertEquals("loyalty/expired", problem.reason());
        assertEquals("会员已过期。", problem.wording().zh());
    }

    @Test
    void takesAnUndeclaredFailureForTheConnectorsFault() {
        assertEquals(
                ErrorCode.CONNECTOR_FAULT,
                hub.ask("balance.get")
                        .with("{'customerId':'C-UNDECLARED'}")
                        .call()
                        .code());
    }

    @ParameterizedTest
    @CsvSource({"null", "illegal", "throw", "error"})
    void answersForAConnectorThatMisbehaves(String how) {
        Problem problem = hub.ask("misbehave")
                .with("{'how':'" + how + "'}")
                .call()
                .problem()
                .orElseThrow();

        assertEquals(ErrorCode.CONNECTOR_FAULT, problem.code());
        assertFalse(problem.toString().contains("secret"));
        assertEquals(
                "fine",
                hub.ask("misbehave")
                        .with("{'how':'fine'}")
                        .call()
                        .json()
                        .path("name")
                        .textValue());
    }

    @Test
    void doesNotKnowWhatIsNotThere() {
        assertEquals(ErrorCode.NO_SUCH_OPERATION, hub.ask("nothing").call().code());
        hub.registry.depart(hub.loyalty, java.time.Duration.ofSeconds(1));
        hub.registry.forget(1);
        assertEquals(ErrorCode.NO_SUCH_OPERATION, hub.ask("balance.get").call().code());
    }

    @Test
    void continuesTheCallersTrace() {
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Problem problem =
                hub.ask("nothing").traceparent(traceparent).call().problem().orElseThrow();

        assertEquals("0af7651916cd43dd8448eb211c80319c", problem.traceId());
        assertNotEquals(traceparent, problem.traceparent());
        assertTrue(problem.traceparent().matches("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "nonsense"
    })
    void beginsATraceWhereTheCallersIsNone(String traceparent) {
        Problem problem =
                hub.ask("nothing").traceparent(traceparent).call().problem().orElseThrow();

        assertFalse(traceparent.contains(problem.traceId()));
        assertTrue(problem.traceId().matches("[0-9a-f]{32}"));
    }

    @Test
    void pagesByACursorThatOnlyItsOwnerCanUse() {
        var first = hub.ask("member.list").with("{'limit':3}").call().json();
        String cursor = first.path("next").textValue();

        assertEquals(3, first.path("items").size());
        assertEquals(1000, first.path("total").intValue());
        var second = hub.ask("member.list")
                .with("{'limit':3,'cursor':'" + cursor + "'}")
                .call()
                .json();
        assertEquals("m3", second.path("items").path(0).path("name").textValue());
        Problem stolen = hub.ask("member.list")
                .as("reader")
                .with("{'cursor':'" + cursor + "'}")
                .call()
                .problem()
                .orElseThrow();
        assertEquals("cursor value", shortly(stolen.faults().get(0)));
        Problem elsewhere = hub.ask("member.list")
                .with("{'tier':'GOLD','cursor':'" + cursor + "'}")
                .call()
                .problem()
                .orElseThrow();
        assertEquals("cursor value", shortly(elsewhere.faults().get(0)));
    }

    @Test
    void auditsEveryCallWithoutSensitiveValues() {
        hub.ask("balance.get").with("{'customerId':'C-1'}").call();
        hub.ask("balance.get").as("forged").call();
        hub.ask("points.spend").with("{'customerId':'C-1','points':0}").call();

        assertEquals(
                List.of(0, 4011, 4000),
                hub.audit.stream().map(AuditRecord::code).toList());
        assertEquals("{\"customerId\":\"C-1\"}", hub.audit.get(0).arguments());
        assertEquals("C-1", hub.audit.get(0).customer());
        assertFalse(hub.audit.toString().contains("1001"));
    }

    @Test
    void letsNothingPassUnrecorded() {
        hub.auditFull = true;
        assertEquals(
                ErrorCode.BUSY,
                hub.ask("balance.get").with("{'customerId':'C-1'}").call().code());
    }

    @Test
    void boundsTheCallsOfOneClient() {
        try (FakeHub slow = new FakeHub(5)) {
            long refused = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i ->
                            slow.ask("balance.get").with("{'customerId':'C-1'}").call())
                    .filter(ended -> ended.problem().isPresent() && ended.code() == ErrorCode.RATE_LIMITED)
                    .count();
            assertTrue(refused >= 13, () -> refused + " of 20 were refused");
            Problem problem = slow.ask("balance.get")
                    .with("{'customerId':'C-1'}")
                    .call()
                    .problem()
                    .orElseThrow();
            assertTrue(problem.retryAfter().isPresent());
            assertTrue(slow.ask("balance.get")
                    .as("reader")
                    .with("{'customerId':'C-1'}")
                    .call()
                    .result()
                    .isPresent());
        }
    }
}
