package io.switchboard.crm.tryton.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.observations.Facts;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.CustomerBackendSuite;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryKind;
import io.switchboard.crm.spi.EntryQuery;
import io.switchboard.crm.spi.Level;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Topic;
import io.switchboard.tryton.fake.FakeAnswer;
import io.switchboard.tryton.fake.FakeFault;
import io.switchboard.tryton.fake.FakeTryton;
import io.switchboard.tryton.fake.ManualClock;
import io.switchboard.tryton.fake.SocketWire;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrytonCustomersTest extends CustomerBackendSuite {
    private final Map<String, Long> parties = new HashMap<>();
    private FakeShop shop;
    private FakeTryton tryton;
    private TestStore store;
    private Instance instance;
    private CustomerBackend backend;

    @BeforeEach
    void open() throws Exception {
        shop = new FakeShop();
        tryton = shop.tryton;
        store = new TestStore();
        instance = TestInstance.open(
                new SocketWire(tryton.address()), store.source(), new ManualClock(), Map.of("level.gold", "Gold card"));
        backend = new TrytonCustomers(instance);
    }

    @AfterEach
    void close() {
        shop.close();
        store.close();
    }

    @Override
    protected CustomerBackend backend() {
        return backend;
    }

    @Override
    protected String addCustomer(String name, String phone, String email) {
        String id = "C-" + (2001 + parties.size());
        long party = shop.addParty(id, name);
        shop.addContact(party, "email", email);
        shop.addContact(party, "mobile", phone);
        parties.put(id, party);
        return id;
    }

    private long party(String customerId) {
        return Objects.requireNonNull(parties.get(customerId));
    }

    @Override
    protected void addEntry(String customerId, EntryKind kind, Instant at, String subject) {
        shop.addEntry(party(customerId), kind, at, subject);
    }

    private String wang() {
        return addCustomer("王秀兰", "138 0000 1001", "wang@example.com");
    }

    private Observation tag(String id, String name, String confidence) {
        return observation(id, Topic.Kind.TAG, name, Optional.of(""), confidence);
    }

    @Test
    void showsWhatThePartyHas() {
        String id = wang();
        long party = party(id);
        shop.addAddress(party, "Billing 1\n10115 Berlin", false);
        shop.addAddress(party, "南京西路 100 号\n上海 200040", true);
        shop.addContact(party, "phone", "021 1234 5678");
        tryton.models()
                .set(Party.MODEL, party, "categories", List.of(shop.addCategory("Gold card"), shop.addCategory("老客户")));
        Customer customer = backend.get(id).orElseThrow();
        assertEquals(Optional.of("138 0000 1001"), customer.phone());
        assertEquals(Optional.of("wang@example.com"), customer.email());
        assertEquals(Optional.of("南京西路 100 号, 上海 200040"), customer.address());
        assertEquals("zh-CN", customer.language());
        assertEquals(Level.GOLD, customer.level());
        assertEquals(List.of("老客户"), customer.tags());
    }

    @Test
    void addsUpWhatWasPaid() {
        String id = wang();
        long party = party(id);
        shop.addInvoice(party, "paid", true, "100.00", "0");
        shop.addInvoice(party, "posted", true, "50.00", "20.00");
        shop.addInvoice(party, "paid", true, "-30.00", "0");
        shop.addInvoice(party, "draft", true, "1000.00", "0");
        shop.addInvoice(party, "paid", false, "1000.00", "0");
        shop.addInvoice(party + 1, "paid", true, "1000.00", "0");
        assertEquals(Money.of("100.00", "CNY"), backend.get(id).orElseThrow().lifetimeSpend());
    }

    @Test
    void aTagIsACategoryThatPeopleSee() {
        String id = wang();
        backend.record(tag(id, "early-bird", "0.9"));
        assertEquals(1, tryton.models().count("party.category"));
        assertEquals(
                "[1]",
                tryton.models().field(Party.MODEL, party(id), "categories").toString());
        backend.record(tag(id, "early-bird", "0.9"));
        assertEquals(1, tryton.models().count("party.category"));
    }

    @Test
    void aGuessDoesNotTakeAwayWhatAPersonHasSet() {
        String id = wang();
        tryton.models().set(Party.MODEL, party(id), "categories", List.of(shop.addCategory("老客户")));
        Observation guess = observation(id, Topic.Kind.TAG, "老客户", Optional.empty(), "0.3");
        assertFalse(backend.record(guess).applied());
        assertEquals(List.of("老客户"), backend.get(id).orElseThrow().tags());
    }

    @Test
    void aRankIsNobodysTag() {
        String id = wang();
        ConnectorException failure =
                assertThrows(ConnectorException.class, () -> backend.record(tag(id, "Gold card", "1")));
        assertEquals(ErrorCode.BACKEND_REFUSED, failure.code());
        assertEquals(Level.STANDARD, backend.get(id).orElseThrow().level());
    }

    @Test
    void beginsAnewWhereThePartyWasChangedMeanwhile() {
        String id = wang();
        backend.get(id);
        // Between reading the party and writing it, somebody else writes it.
        shop.addCategory("老客户");
        long theirs = shop.addCategory("set by a person");
        tryton.beforeNext(
                "model.party.party.write",
                () -> tryton.models().set(Party.MODEL, party(id), "categories", List.of(theirs)));
        assertTrue(backend.record(tag(id, "老客户", "1")).applied());
        assertEquals(
                List.of("set by a person", "老客户"), backend.get(id).orElseThrow().tags());
        assertEquals(
                2,
                tryton.methods().stream()
                        .filter("model.party.party.write"::equals)
                        .count());
    }

    @Test
    void aWriteThatTrytonHasTakenIsFinishedByItsRepetition() throws Exception {
        String id = wang();
        Observation observation = tag(id, "老客户", "0.9");
        tryton.afterNext("model.party.party.write", FakeAnswer.page(500, "gone"));
        ConnectorException failure = assertThrows(ConnectorException.class, () -> backend.record(observation));
        assertFalse(failure.code().unchanged(), failure.code().name());
        assertEquals(0, store.count("observation"));
        assertEquals(Optional.empty(), backend.findRecorded(id, observation.correlationId()));
        backend.record(observation);
        assertEquals(List.of("老客户"), backend.get(id).orElseThrow().tags());
        assertTrue(backend.findRecorded(id, observation.correlationId()).isPresent());
    }

    @Test
    void aRightThatIsMissingLeavesNothing() throws Exception {
        String id = wang();
        tryton.refuse("model.party.category.create");
        ConnectorException failure = assertThrows(ConnectorException.class, () -> backend.record(tag(id, "老客户", "1")));
        assertEquals(ErrorCode.BACKEND_REFUSED, failure.code());
        assertEquals(0, store.count("observation"));
        assertEquals(List.of(), backend.get(id).orElseThrow().tags());
    }

    @Test
    void takesFiftyTagsAndNoMore() {
        String id = wang();
        for (int i = 0; i < Facts.MOST; i++) {
            backend.record(tag(id, "tag" + i, "1"));
        }
        ConnectorException failure = assertThrows(ConnectorException.class, () -> backend.record(tag(id, "more", "1")));
        assertEquals(ErrorCode.LIMIT_EXCEEDED, failure.code());
        assertEquals(CustomerBackend.TOO_MANY, failure.reason());
    }

    @Test
    void complaintsAndNotesOfOneMomentAreBothRead() {
        String id = wang();
        Instant at = Instant.parse("2026-03-01T12:00:00.000001Z");
        for (int i = 0; i < 3; i++) {
            addEntry(id, EntryKind.CONTACT, at, "note " + i + "\nmore");
            addEntry(id, EntryKind.COMPLAINT, at, "complaint " + i);
        }
        StringBuilder read = new StringBuilder();
        Optional<String> cursor = Optional.empty();
        do {
            var page = backend.entries(EntryQuery.of(id), PageRequest.of(cursor, 1));
            Entry entry = page.items().get(0);
            assertEquals(at, entry.at());
            read.append(entry.id()).append('=').append(entry.subject()).append(' ');
            cursor = page.next();
        } while (cursor.isPresent());
        assertEquals("c3=complaint 2 c2=complaint 1 c1=complaint 0 n3=note 2 n2=note 1 n1=note 0 ", read.toString());
    }

    @Test
    void anInactivePartyIsNobody() {
        String id = wang();
        tryton.models().set(Party.MODEL, party(id), "active", false);
        assertEquals(Optional.empty(), backend.get(id));
    }

    @Test
    void anErrorOfTrytonsIsNotToldAsNobody() {
        String id = wang();
        backend.get(id);
        tryton.answerNext(FakeAnswer.error(new FakeFault("'code'")));
        ConnectorException failure = assertThrows(ConnectorException.class, () -> backend.get(id));
        assertEquals(ErrorCode.BACKEND_FAILED, failure.code());
    }
}
