package io.switchboard.crm.tryton.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.check.CheckFinding;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.CustomerBackendSuite;
import io.switchboard.crm.spi.EntryKind;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Stamp;
import io.switchboard.tryton.Tryton;
import io.switchboard.tryton.TrytonFault;
import io.switchboard.tryton.fake.SocketWire;
import io.switchboard.tryton.real.RealTryton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same suite against the Tryton that {@code real/run} has started. */
@EnabledIfSystemProperty(named = "real.state", matches = ".+")
class TrytonCustomersRealIT extends CustomerBackendSuite {
    private final RealTryton real = new RealTryton();
    private final Map<String, Long> parties = new HashMap<>();
    private TestStore store;
    private Instance instance;
    private CustomerBackend backend;

    @BeforeEach
    void open() throws Exception {
        // Customers of earlier tests have the same numbers.
        real.sql("update party_party set active = false where code like 'S-%'");
        store = new TestStore();
        instance = TestInstance.open(
                new SocketWire(real.property("address")),
                store.source(),
                Clock.systemUTC(),
                Map.of(
                        "database", real.property("database"),
                        "login", real.property("login"),
                        ".login.password", real.property("password"),
                        "tags.parent", "Chatbot"));
        backend = new TrytonCustomers(instance);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected CustomerBackend backend() {
        return backend;
    }

    @Override
    protected String addCustomer(String name, String phone, String email) {
        String code = "S-" + System.nanoTime();
        List<Object> contacts =
                List.of(Map.of("type", "mobile", "value", phone), Map.of("type", "email", "value", email));
        parties.put(
                code,
                tryton().create(
                                Party.MODEL,
                                Map.of(
                                        "name",
                                        name,
                                        "code",
                                        code,
                                        "contact_mechanisms",
                                        List.of(List.of("create", contacts)))));
        return code;
    }

    private long party(String customerId) {
        return Objects.requireNonNull(parties.get(customerId));
    }

    @Override
    protected void addEntry(String customerId, EntryKind kind, Instant at, String subject) {
        long party = party(customerId);
        String table = switch (kind) {
            case CONTACT -> "ir_note";
            case COMPLAINT -> "sale_complaint";
        };
        long id = switch (kind) {
            case CONTACT -> tryton().create("ir.note", Map.of("resource", "party.party," + party, "message", subject));
            case COMPLAINT ->
                tryton().create(
                                "sale.complaint",
                                Map.of("customer", party, "type", complaintType(), "description", subject));
        };
        real.sql(
                "update " + table + " set create_date = '" + at + "'::timestamptz at time zone 'UTC' where id = " + id);
    }

    private long complaintType() {
        return tryton().search(Query.of("sale.complaint.type", List.of(), 1, List.of()))
                .get(0)
                .id();
    }

    private Tryton tryton() {
        return instance.tryton();
    }

    @Test
    void oneOfSixWritersAtOnceSucceeds() throws Exception {
        String code = addCustomer("孙丽", "13800007001", "sun@example.com");
        Query query = Query.of(Party.MODEL, List.of(Clause.of("code", "=", code)), 1, List.of(Stamp.FIELD));
        Row row = tryton().search(query).get(0);
        Stamp stamp = Stamp.of(Party.MODEL, row);
        List<Callable<Optional<TrytonFault.Kind>>> writers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String name = "孙丽" + i;
            writers.add(() -> {
                try {
                    tryton().write(stamp, Map.of("name", name));
                    return Optional.empty();
                } catch (ConnectorException e) {
                    return Optional.of(TrytonFault.kind(e).orElseThrow(() -> e));
                }
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Optional<TrytonFault.Kind>> outcomes = new ArrayList<>();
        try {
            for (Future<Optional<TrytonFault.Kind>> each : pool.invokeAll(writers)) {
                outcomes.add(each.get());
            }
        } finally {
            pool.shutdown();
        }
        assertEquals(1, outcomes.stream().filter(Optional::isEmpty).count(), outcomes::toString);
        assertEquals(
                5,
                outcomes.stream()
                        .filter(Optional.of(TrytonFault.Kind.MODIFIED)::equals)
                        .count(),
                outcomes::toString);
    }

    @Test
    void goesOnAfterItsSessionHasEnded() {
        String code = addCustomer("孙丽", "13800007001", "sun@example.com");
        real.sql("delete from ir_session");
        assertTrue(backend.get(code).isPresent());
    }

    @Test
    void theDocumentedRightsAreEnough() {
        List<CheckFinding> findings = new TrytonCheck(instance).check(Duration.ofSeconds(20));
        assertEquals(6, findings.size());
        assertTrue(
                findings.stream().allMatch(each -> each.outcome() == CheckFinding.Outcome.RIGHT), findings::toString);
    }

    @Test
    void somebodyWithoutRightsIsToldWhichAreMissing() throws Exception {
        Instance intern = TestInstance.open(
                new SocketWire(real.property("address")),
                store.source(),
                Clock.systemUTC(),
                Map.of(
                        "database", real.property("database"),
                        "login", real.property("other_login"),
                        ".login.password", real.property("other_password")));
        List<CheckFinding> findings = new TrytonCheck(intern).check(Duration.ofSeconds(20));
        String faults = findings.stream()
                .filter(each -> each.outcome() == CheckFinding.Outcome.FAULT)
                .map(CheckFinding::en)
                .toList()
                .toString();
        assertTrue(faults.contains("account.invoice") && faults.contains("group Account"), faults);
        assertTrue(faults.contains("sale.complaint") && faults.contains("group Sales"), faults);
    }
}
