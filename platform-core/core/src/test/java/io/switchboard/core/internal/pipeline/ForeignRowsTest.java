package io.switchboard.core.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.call.Problem;
import io.switchboard.core.internal.catalogue.ConnectorRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForeignRowsTest {
    private final FakeHub hub = new FakeHub();
    private final Orders orders = new Orders();

    @BeforeEach
    void open() {
        hub.registry.arrive(orders, orders, new ConnectorRegistry.Origin("test", "1.0.0", 2, false));
        assertTrue(hub.registry.find("orders.v1.order.get").isPresent());
    }

    @AfterEach
    void close() {
        orders.hanging.countDown();
        hub.close();
    }

    private Problem missed(String who, String orderId) {
        Problem problem = ask(who, orderId).problem().orElseThrow();
        assertEquals(ErrorCode.NOT_FOUND, problem.code());
        return problem;
    }

    private FakeHub.Ended ask(String who, String orderId) {
        return hub.askAnywhere("orders.v1.order.get")
                .as(who)
                .with("{'customerId':'C-1','orderId':'" + orderId + "'}")
                .call();
    }

    private List<AuditRecord> alarms(String alarm) {
        return hub.audit.stream().filter(each -> each.alarm().equals(alarm)).toList();
    }

    private void awaitLookUps(int number) {
        await(() -> orders.told.get() == number && hub.pipeline.underWay() == 0);
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "it does not come about");
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void anothersRowIsAnAlarmBehindTheAnswer() {
        Problem problem = missed("bound:C-1", "o-2");
        await(() -> !alarms("foreign-row").isEmpty());
        awaitLookUps(1);
        AuditRecord alarm = alarms("foreign-row").get(0);
        assertEquals(problem.callId(), alarm.callId());
        assertEquals("orders.v1.order.get", alarm.operation());
        assertEquals("bound:C-1", alarm.principal());
        assertEquals("C-1", alarm.customer());
        assertEquals(4004, alarm.code());
        assertTrue(alarm.arguments().contains("o-2"), alarm::arguments);
        assertEquals(
                List.of("", "foreign-row"),
                hub.audit.stream().map(AuditRecord::alarm).toList());
        assertEquals(1, hub.ends.size(), "what is looked up later is no call");
    }

    @Test
    void aRowOfNobodyIsLookedUpAsWellAndAnswersTheSame() {
        Problem none = missed("bound:C-1", "o-9");
        awaitLookUps(1);
        Problem theirs = missed("bound:C-1", "o-2");
        awaitLookUps(2);
        assertEquals(1, alarms("foreign-row").size());
        assertEquals(0, alarms("unchecked-row").size());
        assertEquals(3, hub.audit.size());
        for (Problem each : List.of(none, theirs)) {
            assertEquals("NOT_FOUND", hub.status(each.callId(), "bound:C-1"));
        }
        assertEquals(none.detail(), theirs.detail());
        assertEquals(none.wording(), theirs.wording());
        assertEquals(none.reason(), theirs.reason());
    }

    @Test
    void whoIsNotBoundAndWhatIsFoundIsNotLookedUp() {
        missed("staff", "o-2");
        ask("bound:C-1", "o-1").json();
        missed("bound:C-1", "o-9");
        awaitLookUps(1);
        assertEquals(1, orders.asked.get());
        assertEquals(0, alarms("foreign-row").size());
    }

    @Test
    void whatCannotBeLookedUpIsAnAlarmToo() {
        missed("bound:C-1", "o-broken");
        awaitLookUps(1);
        await(() -> alarms("unchecked-row").size() == 1);
        missed("bound:C-1", "o-hang");
        awaitLookUps(2);
        await(() -> alarms("unchecked-row").size() == 2);
        assertEquals(0, alarms("foreign-row").size());
    }

    @Test
    void nobodyCanTellThatALookUpIsUnderWay() {
        Problem problem = missed("bound:C-1", "o-hang");
        await(() -> orders.asked.get() == 1);
        assertEquals("NOT_FOUND", hub.status(problem.callId(), "bound:C-1"));
    }

    @Test
    void waitingLookUpsAreBoundedAndNoneIsLost() {
        int many = 1_200;
        for (int i = 0; i < many; i++) {
            missed("bound:C-1", "o-hang");
        }
        await(() -> alarms("unchecked-row").size() >= many - 1_002);
        hub.close();
        await(() -> alarms("unchecked-row").size() == many);
        assertTrue(orders.asked.get() < many);
    }
}
