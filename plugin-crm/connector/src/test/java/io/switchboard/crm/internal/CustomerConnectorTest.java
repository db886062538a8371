package io.switchboard.crm.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.ProbeResult;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.EntryKind;
import io.switchboard.crm.spi.Level;
import io.switchboard.crm.spi.Trait;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CustomerConnectorTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final PageRequest FIRST = PageRequest.first(20);
    private static final Evidence SAID =
            new Evidence(EvidenceSource.CONVERSATION, Optional.empty(), new BigDecimal("0.87654"));

    private static final FakeCall CALL = FakeCall.of("act1");

    private final FakeCustomers crm = new FakeCustomers();
    private final FakeTickets tickets = new FakeTickets();
    private final CustomerConnector connector =
            new CustomerConnector(new Settings("embedded", "embedded", SHANGHAI), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void fill() {
        crm.add(Customer.builder("C-1", "李雷", LocalDate.of(2020, 1, 2))
                .level(Level.GOLD)
                .lifetimeSpend(Money.of("12.50", "CNY"))
                .phone(Optional.of("13800001001"))
                .email(Optional.of("lilei@example.com"))
                .tags(List.of("老客户"))
                .preferences(List.of(Trait.of("delivery", "送货上门", BigDecimal.ONE, NOW)))
                .build());
        connector.addBackend(crm, Map.of("backend.instance", "embedded", "service.id", 7L));
    }

    @Test
    void getsACustomer() {
        CustomerView view = connector.get(new CustomerKey("C-1"), CALL);
        assertEquals("C-1", view.customerId());
        assertEquals(CustomerLevel.GOLD, view.level());
        assertEquals(Optional.of("13800001001"), view.contact().phone());
        assertEquals("送货上门", view.preferences().get(0).value());
        fails(ErrorCode.CUSTOMER_NOT_FOUND, "", "", () -> connector.get(new CustomerKey("C-2"), CALL));
    }

    @Test
    void findsByOneOfTwo() {
        assertEquals("C-1", find(Optional.of("+86 138-0000-1001"), Optional.empty()));
        assertEquals("C-1", find(Optional.empty(), Optional.of("LiLei@Example.com")));
        fails(
                ErrorCode.INVALID_ARGUMENTS,
                FindCustomers.ONE_OF_TWO,
                "phone",
                () -> find(Optional.empty(), Optional.empty()));
        fails(
                ErrorCode.INVALID_ARGUMENTS,
                FindCustomers.ONE_OF_TWO,
                "email",
                () -> find(Optional.of("13800001001"), Optional.of("lilei@example.com")));
    }

    @Test
    void writesBackOncePerAct() {
        SetPreference set = new SetPreference("C-1", "contact-time", "晚上", SAID);
        assertEquals(ProbeResult.notDone(), connector.preferenceSet(set, FakeCall.of("act1")));
        ObservationView first = connector.setPreference(set, FakeCall.of("act1"));
        assertEquals("embedded~1", first.observationId());
        assertEquals(ObservedKind.PREFERENCE, first.kind());
        assertEquals(new BigDecimal("0.877"), first.confidence());
        assertEquals(Optional.of("conv-7"), first.sourceId());
        assertEquals(NOW, first.observedAt());
        assertEquals(first, connector.setPreference(set, FakeCall.of("act1")));
        assertEquals(ProbeResult.done(first), connector.preferenceSet(set, FakeCall.of("act1")));
        assertEquals(
                "embedded~2", connector.setPreference(set, FakeCall.of("act2")).observationId());
    }

    @Test
    void aTagHasNoValueAndAWithdrawalNone() {
        ObservationView tag = connector.addTag(new AddTag("C-1", "数码爱好者", SAID), FakeCall.of("act1"));
        assertEquals(Optional.empty(), tag.value());
        assertEquals(
                Optional.of(""),
                crm.findRecorded("C-1", "act1").orElseThrow().observation().value());
        Withdraw withdraw = new Withdraw("C-1", ObservedKind.TAG, "数码爱好者", SAID);
        connector.withdraw(withdraw, FakeCall.of("act2"));
        assertEquals(
                Optional.empty(),
                crm.findRecorded("C-1", "act2").orElseThrow().observation().value());
        assertEquals(
                ProbeResult.State.DONE,
                connector.withdrawn(withdraw, FakeCall.of("act2")).state());
    }

    @Test
    void recordsANeedOfAKnownCustomerOnly() {
        RecordNeed need = new RecordNeed("C-1", "phone", "以旧换新", SAID);
        assertEquals(
                Optional.of("以旧换新"),
                connector.recordNeed(need, FakeCall.of("act1")).value());
        RecordNeed stranger = new RecordNeed("C-2", "phone", "以旧换新", SAID);
        fails(ErrorCode.CUSTOMER_NOT_FOUND, "", "", () -> connector.recordNeed(stranger, FakeCall.of("act2")));
        assertEquals(ProbeResult.notDone(), connector.needRecorded(stranger, FakeCall.of("act1")));
    }

    @Test
    void asksOnBehalfOfTheCall() {
        connector.get(new CustomerKey("C-1"), CALL);
        assertEquals(Optional.of(CALL), crm.lastCall);
    }

    @Test
    void switchesBackendsWhileRunning() {
        CustomerKey key = new CustomerKey("C-1");
        connector.configure(new Settings("tryton", "embedded", SHANGHAI));
        fails(ErrorCode.NOT_READY, "", "", () -> connector.get(key, CALL));
        FakeCustomers tryton = new FakeCustomers();
        tryton.add(Customer.builder("C-1", "Li Lei", LocalDate.of(2020, 1, 2)).build());
        connector.addBackend(tryton, Map.of("backend.instance", "tryton"));
        assertEquals("Li Lei", connector.get(key, CALL).name());
        connector.removeBackend(tryton);
        fails(ErrorCode.NOT_READY, "", "", () -> connector.get(key, CALL));
    }

    @Test
    void othersAskTheCrmThatIsConfiguredWhicheverCameLast() {
        assertEquals(Optional.of(crm), connector.backend());
        FakeCustomers tryton = new FakeCustomers();
        connector.addBackend(tryton, Map.of("backend.instance", "tryton", "service.id", 8L));
        assertEquals(Optional.of(crm), connector.backend());
        connector.configure(new Settings("tryton", "embedded", SHANGHAI));
        assertEquals(Optional.of(tryton), connector.backend());
        connector.removeBackend(tryton);
        assertEquals(Optional.empty(), connector.backend());
    }

    @Test
    void anUpdatedBackendTakesOver() {
        Backends<Object> backends = new Backends<>();
        Object before = new Object();
        Object after = new Object();
        backends.add(after, Map.of("backend.instance", "embedded", "service.id", 2L));
        backends.add(before, Map.of("backend.instance", "embedded", "service.id", 1L));
        assertSame(after, backends.get("embedded").orElseThrow());
        Object ranked = new Object();
        backends.add(ranked, Map.of("backend.instance", "embedded", "service.id", 0L, "service.ranking", 1));
        assertSame(ranked, backends.get("embedded").orElseThrow());
        backends.remove(ranked);
        backends.remove(after);
        assertSame(before, backends.get("embedded").orElseThrow());
    }

    @Test
    void showsTheDaysOfTheConfiguredZone() {
        // 16:00 in London is the next day in Shanghai.
        crm.addEntry("C-1", EntryKind.CONTACT, Instant.parse("2026-02-01T15:59:59Z"), "first of February");
        crm.addEntry("C-1", EntryKind.CONTACT, Instant.parse("2026-02-01T16:00:00Z"), "second");
        crm.addEntry("C-1", EntryKind.CONTACT, Instant.parse("2026-02-02T16:00:00Z"), "third");
        LocalDate second = LocalDate.of(2026, 2, 2);
        assertEquals(
                List.of("second"),
                subjects(new ListTimeline("C-1", Optional.empty(), Optional.of(second), Optional.of(second), FIRST)));
        fails(
                ErrorCode.INVALID_ARGUMENTS,
                ListTimeline.PERIOD,
                "to",
                () -> subjects(new ListTimeline(
                        "C-1", Optional.empty(), Optional.of(second), Optional.of(second.minusDays(1)), FIRST)));
    }

    @Test
    void showsTicketsWhereThereAreSome() {
        crm.addEntry("C-1", EntryKind.COMPLAINT, NOW, "complaint");
        assertEquals(List.of("complaint"), subjects(all()));
        fails(ErrorCode.NOT_READY, "", "", () -> subjects(only(TimelineKind.TICKET)));
        tickets.add("C-1", NOW.plusSeconds(1), "ticket");
        tickets.add("C-2", NOW.plusSeconds(2), "somebody else's");
        connector.tickets = tickets;
        assertEquals(List.of("ticket", "complaint"), subjects(all()));
        assertEquals(List.of("ticket"), subjects(only(TimelineKind.TICKET)));
        assertEquals(List.of("complaint"), subjects(only(TimelineKind.COMPLAINT)));
        assertEquals(List.of(), subjects(only(TimelineKind.CONTACT)));
    }

    @Test
    void tellsAnEmptyTimelineFromNobody() {
        assertEquals(List.of(), subjects(all()));
        ListTimeline nobody = new ListTimeline("C-2", Optional.empty(), Optional.empty(), Optional.empty(), FIRST);
        fails(ErrorCode.CUSTOMER_NOT_FOUND, "", "", () -> connector.timeline(nobody, CALL));
    }

    private String find(Optional<String> phone, Optional<String> email) {
        return connector
                .find(new FindCustomers(phone, email, FIRST), CALL)
                .items()
                .get(0)
                .customerId();
    }

    private static ListTimeline all() {
        return new ListTimeline("C-1", Optional.empty(), Optional.empty(), Optional.empty(), FIRST);
    }

    private static ListTimeline only(TimelineKind kind) {
        return new ListTimeline("C-1", Optional.of(kind), Optional.empty(), Optional.empty(), FIRST);
    }

    private List<String> subjects(ListTimeline list) {
        return connector.timeline(list, CALL).items().stream()
                .map(TimelineItem::subject)
                .toList();
    }

    private static void fails(ErrorCode code, String reason, String member, Executable call) {
        ConnectorException failure = assertThrows(ConnectorException.class, call);
        assertEquals(code, failure.code());
        assertEquals(reason, failure.reason());
        assertEquals(member, String.join(",", failure.members()));
    }
}
