package io.switchboard.security.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.ProbeResult;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.internal.audit.AuditSettings;
import io.switchboard.core.internal.audit.SegmentAuditLog;
import io.switchboard.security.internal.StaffCall;
import io.switchboard.security.internal.TestStore;
import io.switchboard.security.internal.audit.AuditRow.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditConnectorTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant NOW = BEGIN.plusSeconds(3_600);
    private static final String ACT = "0a7c0aa8ffefef09023b1296e441ce51";
    private static final int RECORDS = 50;

    @TempDir
    Path folder = Path.of("");

    private SegmentAuditLog log;
    private AuditConnector connector;

    @BeforeEach
    void open() throws Exception {
        log = new SegmentAuditLog(folder, "hub", AuditSettings.DEFAULTS, Clock.systemUTC());
        connector = new AuditConnector(log, erasures(), Clock.fixed(NOW, ZoneOffset.UTC));
        for (int i = 0; i < RECORDS; i++) {
            log.append(call(i), i == RECORDS - 1);
        }
    }

    private Erasures erasures() {
        return new Erasures(log, TestStore.open(), folder.resolve("erasures"), InstantSource.system());
    }

    @AfterEach
    void close() {
        log.close();
    }

    private static AuditRecord call(int i) {
        return new AuditRecord(
                BEGIN.plusSeconds(i),
                "hub",
                "call" + i,
                "trace" + i / 2,
                i % 3 == 0 ? "mcp" : "rest",
                i % 2 == 0 ? "desk" : "bot",
                i % 2 == 0 ? "li.wei" : "",
                i % 5 == 0 ? "agent-7" : "",
                "C-" + i % 4,
                "conv-" + i / 10,
                "crm.v1.customer.get",
                "{}",
                i % 10 == 0 ? 4001 : 0,
                "",
                false,
                i == 7 ? "foreign-customer" : "",
                100,
                1,
                "",
                AuditRecord.Person.SHOWN);
    }

    /** A question for all, to be narrowed. */
    private static final class Ask {
        private Optional<Instant> from = Optional.empty();
        private Optional<Instant> to = Optional.empty();
        private Optional<String> principal = Optional.empty();
        private Optional<String> user = Optional.empty();
        private Optional<String> actor = Optional.empty();
        private Optional<String> conversation = Optional.empty();
        private Optional<String> transport = Optional.empty();
        private Optional<String> operation = Optional.empty();
        private Optional<Integer> code = Optional.empty();
        private Optional<String> alarm = Optional.empty();
        private Optional<String> trace = Optional.empty();
        private Optional<String> call = Optional.empty();
        private PageRequest page = PageRequest.first(200);

        SearchRecords records() {
            return new SearchRecords(
                    from,
                    to,
                    principal,
                    user,
                    actor,
                    conversation,
                    transport,
                    operation,
                    code,
                    alarm,
                    trace,
                    call,
                    page);
        }
    }

    private List<AuditRow> find(Ask ask) {
        return connector.search(ask.records()).items();
    }

    private static CustomerRecords about(String customer) {
        return new CustomerRecords(customer, Optional.empty(), Optional.empty(), PageRequest.first(200));
    }

    @Test
    void answersByWhateverIsKnown() {
        assertEquals(RECORDS, find(new Ask()).size());
        Ask ask = new Ask();
        ask.actor = Optional.of("agent-7");
        assertEquals(10, find(ask).size());
        ask.principal = Optional.of("desk");
        assertEquals(5, find(ask).size());
        ask.user = Optional.of("li.wei");
        ask.transport = Optional.of("mcp");
        assertEquals(
                List.of("call0", "call30"),
                find(ask).stream().map(AuditRow::callId).toList());
        ask.conversation = Optional.of("conv-3");
        ask.code = Optional.of(4001);
        ask.operation = Optional.of("crm.v1.customer.get");
        ask.trace = Optional.of("trace15");
        ask.call = Optional.of("call30");
        AuditRow row = find(ask).get(0);
        assertEquals(BEGIN.plusSeconds(30), row.time());
        assertEquals(Optional.of("agent-7"), row.actor());
        assertEquals(Optional.of("C-2"), row.customerId());
        assertEquals(Optional.empty(), row.alarm());
        ask.alarm = Optional.of("foreign-customer");
        assertEquals(List.of(), find(ask));
    }

    @Test
    void answersForAPeriod() {
        Ask ask = new Ask();
        ask.from = Optional.of(BEGIN.plusSeconds(10));
        ask.to = Optional.of(BEGIN.plusSeconds(13));
        assertEquals(
                List.of("call10", "call11", "call12"),
                find(ask).stream().map(AuditRow::callId).toList());
        ask.from = ask.to;
        assertEquals(
                ErrorCode.INVALID_ARGUMENTS,
                assertThrows(ConnectorException.class, () -> find(ask)).code());
    }

    @Test
    void pagesFollowOnEachOther() {
        List<String> found = new ArrayList<>();
        Ask ask = new Ask();
        ask.transport = Optional.of("mcp");
        Optional<String> next = Optional.empty();
        int pages = 0;
        do {
            ask.page = PageRequest.of(next, 5);
            Page<AuditRow> page = connector.search(ask.records());
            assertTrue(page.items().size() <= 5);
            page.items().forEach(row -> found.add(row.callId()));
            next = page.next();
            pages++;
        } while (next.isPresent());
        assertEquals(17, found.size());
        assertEquals(17, found.stream().distinct().count());
        assertEquals(4, pages);
        ask.page = PageRequest.of(Optional.of("x"), 5);
        assertThrows(ConnectorException.class, () -> connector.search(ask.records()));
    }

    @Test
    void answersAboutACustomer() {
        List<AuditRow> rows = connector.about(about("C-3")).items();
        assertEquals(12, rows.size());
        assertTrue(rows.stream().allMatch(row -> row.customerId().equals(Optional.of("C-3"))));
    }

    @Test
    void erasesACustomerOnce() {
        EraseCustomer who = new EraseCustomer("C-3");
        assertEquals(ProbeResult.notDone(), connector.erased(who, new StaffCall(ACT)));
        assertEquals(new Erased(1), connector.erase(who, new StaffCall(ACT)));
        assertEquals(ProbeResult.done(new Erased(1)), connector.erased(who, new StaffCall(ACT)));
        assertEquals(new Erased(0), connector.erase(who, new StaffCall("f".repeat(32))));
        assertEquals(List.of(), connector.about(about("C-3")).items());
        List<AuditRow> erased = find(new Ask()).stream()
                .filter(row -> row.person() == Person.ERASED)
                .toList();
        assertEquals(12, erased.size());
        assertTrue(erased.stream()
                .allMatch(row -> row.customerId().isEmpty() && row.arguments().isEmpty()));
    }

    @Test
    void anAuditThatCannotBeWrittenErasesNobody() {
        log.close();
        ConnectorException refused = assertThrows(
                ConnectorException.class, () -> connector.erase(new EraseCustomer("C-3"), new StaffCall(ACT)));
        assertEquals(ErrorCode.BUSY, refused.code());
        assertTrue(refused.getCause() instanceof IOException);
    }
}
