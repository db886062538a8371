package io.switchboard.core.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.Quota;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static OperationLimit hourly(String operation, int calls) {
        return new OperationLimit(operation, calls, Duration.ofHours(1));
    }

    private static FakeHub.Ended get(FakeHub hub, String who, String customer) {
        return hub.ask("balance.get")
                .as(who)
                .with("{'customerId':'" + customer + "'}")
                .call();
    }

    @Test
    void oneCustomerIsAskedForSoOften() {
        try (FakeHub hub = new FakeHub(new RateBounds(10_000, 3, 0, List.of()))) {
            IntStream.range(0, 3).forEach(i -> get(hub, "staff", "C-1").json());
            FakeHub.Ended refused = get(hub, "staff", "C-1");
            assertEquals(ErrorCode.RATE_LIMITED, refused.code());
            Duration wait = refused.problem().orElseThrow().retryAfter().orElseThrow();
            assertTrue(wait.toSeconds() >= 15 && wait.toSeconds() <= 20, wait::toString);
            assertEquals(new Quota("customer", 3, 60, 0, 60), refused.quota());
            get(hub, "staff", "C-2").json();
            get(hub, "reader", "C-1").json();
        }
    }

    @Test
    void anOperationIsCalledSoOften() {
        RateBounds bounds = new RateBounds(10_000, 0, 0, List.of(hourly("loyalty.v1.balance.*", 2)));
        try (FakeHub hub = new FakeHub(bounds)) {
            assertEquals(
                    new Quota("loyalty.v1.balance.*", 2, 3600, 1, 1800),
                    get(hub, "staff", "C-1").quota());
            get(hub, "staff", "C-2").json();
            assertEquals(ErrorCode.RATE_LIMITED, get(hub, "staff", "C-3").code());
            hub.ask("member.list").with("{'limit':3}").call().json();
            get(hub, "reader", "C-1").json();
        }
    }

    @Test
    void whoGuessesCustomersIsStopped() {
        try (FakeHub hub = new FakeHub(new RateBounds(10_000, 0, 3, List.of()))) {
            for (String foreign : List.of("C-7", "C-8", "C-9")) {
                assertEquals(
                        ErrorCode.CUSTOMER_NOT_FOUND,
                        get(hub, "bound:C-1", foreign).code());
            }
            FakeHub.Ended refused = get(hub, "bound:C-1", "C-10");
            assertEquals(ErrorCode.RATE_LIMITED, refused.code());
            assertTrue(refused.problem().orElseThrow().retryAfter().isPresent());
            get(hub, "staff", "C-1").json();
        }
    }

    @Test
    void everyoneHearsOfTheNearestLimit() {
        try (FakeHub hub = new FakeHub(new RateBounds(100, 50, 0, List.of(hourly("loyalty.v1.balance.get", 70))))) {
            assertEquals(
                    new Quota("customer", 50, 60, 49, 2),
                    get(hub, "staff", "C-1").quota());
            assertEquals(
                    "client",
                    hub.ask("member.list").with("{'limit':3}").call().quota().policy());
        }
    }

    @Test
    void limitsOfOperationsAreRead() {
        assertEquals(
                List.of(
                        new OperationLimit("ticket.v1.ticket.create", 60, Duration.ofMinutes(1)),
                        new OperationLimit("crm.*", 5, Duration.ofSeconds(1)),
                        hourly("*", 9)),
                OperationLimit.read(new String[] {"ticket.v1.ticket.create=60/m", " crm.* = 5/s ", "*=9/h", ""}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x=", "x=0/s", "x=1", "x=1/d", "X=1/s", "x=-1/s", "x=12345678/s", "=1/s", "x*=1/s"})
    void orRefusedByName(String text) {
        IllegalArgumentException fault =
                assertThrows(IllegalArgumentException.class, () -> OperationLimit.read(new String[] {"*=1/s", text}));
        assertTrue(String.valueOf(fault.getMessage()).endsWith(": " + text));
    }
}
