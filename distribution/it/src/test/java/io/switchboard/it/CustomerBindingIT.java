package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.it.Attempts.Attempt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A token that is bound to one customer neither reads nor changes another's data, however it is tried; and nobody can tell by the answer
 * whether the other one, or a row of theirs, exists. Over every operation of every connector that is about a customer.
 */
@ExtendWith(SharedHub.class)
class CustomerBindingIT {
    private static final String OWN = "C-1011";
    private static final String OTHER = "C-1012";
    private static final String NOBODY = "C-7012";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CANARY = "canary-kq7x";

    private final HubProcess hub;
    private final Caller staff;
    private final Caller own;
    private final Caller others;
    private final List<CustomerOperation> operations;
    private final CustomerRecord record;

    CustomerBindingIT(HubProcess hub) throws Exception {
        this.hub = hub;
        staff = hub.admin();
        Caller client = hub.chatbot();
        own = BoundTokens.bind(hub, client, OWN);
        others = BoundTokens.bind(hub, client, OTHER);
        JsonNode document = staff.get("/api/openapi.json").ok();
        operations = CustomerOperation.of(document, "CUSTOMER");
        record = new CustomerRecord(staff, document);
    }

    /** Rows of both, with words in the other's that must never be seen. */
    @BeforeEach
    void bothHaveRows() {
        assertTrue(operations.size() >= 12, operations::toString);
        for (String customer : List.of(OWN, OTHER)) {
            String word = customer.equals(OTHER) ? CANARY : "harmless";
            String tickets = "/api/ticket/v1/customers/" + customer + "/tickets";
            String ticket = staff.post(
                            tickets, "{\"kind\":\"DELIVERY\",\"subject\":\"" + word + "\",\"text\":\"" + word + "\"}")
                    .ok()
                    .path("id")
                    .asText();
            staff.post(
                            tickets + "/" + Attempts.encoded(ticket) + "/comments",
                            "{\"visibility\":\"CUSTOMER\",\"text\":\"" + word + "\"}")
                    .ok();
            staff.post(
                            "/api/crm/v1/customers/" + customer + "/tags",
                            "{\"tag\":\"" + word
                                    + "\",\"evidence\":{\"source\":\"CONVERSATION\",\"confidence\":\"0.9\"}}")
                    .ok();
        }
    }

    @Test
    void ownDataAreThere() {
        for (String self : List.of("me", OWN)) {
            assertEquals(
                    OWN,
                    own.get("/api/crm/v1/customers/" + self)
                            .ok()
                            .path("customerId")
                            .asText());
        }
        assertTrue(record.of(OTHER).toString().contains(CANARY));
        assertFalse(record.of(OWN).toString().contains(CANARY));
    }

    @Test
    void noCallReachesAnotherCustomerAndNoAnswerTellsOfOne() throws Exception {
        Map<String, String> before = record.of(OTHER);
        Set<String> secrets = record.words(OTHER);
        secrets.removeAll(record.words(OWN));
        assertTrue(secrets.contains(CANARY) && secrets.size() >= 5, secrets::toString);
        List<String> faults = new ArrayList<>();
        Set<String> foreignRows = new TreeSet<>();
        Set<String> missingRows = new TreeSet<>();
        int made = 0;
        for (CustomerOperation operation : operations) {
            Map<String, String> theirs = rows(operation, OTHER);
            Map<String, String> none = new TreeMap<>();
            theirs.forEach((name, row) -> none.put(name, missing(row)));
            List<Attempt> real = Attempts.of(operation, OWN, OTHER, theirs, none);
            List<Attempt> vain = Attempts.of(operation, OWN, NOBODY, theirs, none);
            for (int i = 0; i < real.size(); i++) {
                made++;
                Answer answer = calmly(real.get(i));
                compare(operation, real.get(i), answer, calmly(vain.get(i)), faults);
                tellsNothing(operation, real.get(i), answer, secrets, faults);
            }
            if (operation.hasRows()) {
                anothersRowIsAsNone(operation, theirs, none, secrets, faults, foreignRows, missingRows);
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(made > 600, "attempts: " + made);
        assertEquals(before, record.of(OTHER), "the other customer's record has changed");
        everyForeignNameIsInTheAudit();
        everyForeignRowIsInTheAuditAndNoOther(foreignRows, missingRows);
    }

    private void compare(CustomerOperation operation, Attempt attempt, Answer real, Answer vain, List<String> faults) {
        boolean served = real.status() < 300;
        boolean inPath = attempt.what().startsWith("path");
        if (served && inPath) {
            faults.add(operation.name() + " serves " + attempt + ": " + real);
        } else if (served ? vain.status() >= 300 : !seen(real, OTHER).equals(seen(vain, NOBODY))) {
            faults.add(operation.name() + " tells apart " + attempt + ": " + real + " and " + vain);
        }
    }

    private static void tellsNothing(
            CustomerOperation operation, Attempt attempt, Answer answer, Set<String> secrets, List<String> faults) {
        for (String secret : secrets) {
            if (answer.body().contains(secret) && !attempt.address().contains(Attempts.encoded(secret))) {
                faults.add(operation.name() + " tells " + secret + " to " + attempt);
            }
        }
        if (answer.status() >= 500) {
            faults.add(operation.name() + " breaks over " + attempt + ": " + answer);
        }
    }

    /** The other's row under one's own name, and under no name at all. */
    private void anothersRowIsAsNone(
            CustomerOperation operation,
            Map<String, String> theirs,
            Map<String, String> none,
            Set<String> secrets,
            List<String> faults,
            Set<String> foreignRows,
            Set<String> missingRows) {
        for (String self : List.of("me", OWN)) {
            Attempt row = row(operation, self, theirs);
            Answer answer = calmly(row);
            Answer absent = calmly(row(operation, self, none));
            if (answer.status() != 404 || !seen(answer, "").equals(seen(absent, ""))) {
                faults.add(operation.name() + " tells apart " + row + ": " + answer + " and " + absent);
            }
            tellsNothing(operation, row, answer, secrets, faults);
            foreignRows.add(answer.header("Switchboard-Call"));
            missingRows.add(absent.header("Switchboard-Call"));
        }
    }

    private static Attempt row(CustomerOperation operation, String self, Map<String, String> rows) {
        String body = operation.takesBody() ? operation.body().toString() : "";
        return new Attempt("row", operation.method(), operation.address(self, rows), body, List.of());
    }

    /** Waits where the hub asks for that, which is no answer yet. */
    private Answer calmly(Attempt attempt) {
        List<Answer> last = new ArrayList<>();
        Await.until("the hub takes more calls", () -> {
            last.add(answer(attempt));
            return last.get(last.size() - 1).status() != 429;
        });
        return last.get(last.size() - 1);
    }

    /** Some paths end the connection in the server already, and the next call then meets a closed one. */
    private Answer answer(Attempt attempt) {
        try {
            return attempt.by(own);
        } catch (UncheckedIOException e) {
            return attempt.by(own);
        }
    }

    /** What a caller sees, but for what differs from call to call, and for the name that it gave itself. */
    private static String seen(Answer answer, String name) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers());
        Set.of("date", "traceparent", "switchboard-call", "ratelimit").forEach(headers::remove);
        String body = answer.body().replaceAll("\"(callId|traceId)\":\"[0-9a-f]+\"", "");
        return answer.status() + " " + headers + " " + (name.isEmpty() ? body : body.replace(name, "NAME"));
    }

    /** Rows of a customer for the variables of an operation, as other operations tell them. */
    private Map<String, String> rows(CustomerOperation operation, String customer) {
        Map<String, String> rows = new TreeMap<>();
        for (String variable : operation.variables().keySet()) {
            if (CustomerOperation.isRow(variable)) {
                Set<String> found = record.rows(operation, variable, customer);
                assertFalse(found.isEmpty(), operation.name() + ": no row of " + customer + " for " + variable);
                rows.put(variable, found.iterator().next());
            }
        }
        return rows;
    }

    /** An id like that one, of nothing; the one before or behind it would be somebody's, where rows are numbered. */
    private static String missing(String id) {
        if (id.matches(".*~[0-9]+")) {
            return id.replace("~", "~98765");
        }
        char last = id.charAt(id.length() - 1);
        return id.substring(0, id.length() - 1) + "9876543210fedcba".charAt(Character.digit(last, 16));
    }

    private void everyForeignNameIsInTheAudit() {
        Set<String> silent = new TreeSet<>();
        operations.forEach(operation -> silent.add(operation.name()));
        Await.until("every operation has raised the alarm; silent: " + silent, () -> {
            for (String line : audit()) {
                if (line.contains("foreign-customer")) {
                    silent.removeIf(name -> line.contains('"' + name + '"'));
                }
            }
            return silent.isEmpty();
        });
    }

    /** Whose a row is is looked up behind the answers, for the rows that nobody has as well. */
    private void everyForeignRowIsInTheAuditAndNoOther(Set<String> foreignRows, Set<String> missingRows)
            throws IOException {
        assertTrue(foreignRows.size() >= 12, foreignRows::toString);
        assertEquals(foreignRows.size(), missingRows.size());
        Await.until(
                "every row of another's has raised the alarm",
                () -> alarms("foreign-row").containsAll(foreignRows));
        Set<String> all = alarms("foreign-row");
        all.retainAll(missingRows);
        assertEquals(Set.of(), all);
        assertEquals(Set.of(), alarms("unchecked-row"));
    }

    private Set<String> alarms(String alarm) throws IOException {
        Set<String> calls = new TreeSet<>();
        for (String line : audit()) {
            if (line.contains('"' + alarm + '"')) {
                calls.add(JSON.readTree(line).path("call").asText());
            }
        }
        return calls;
    }

    private List<String> audit() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(hub.home().resolve("data/audit"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".audit")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    @Test
    void aKeyOfAnotherCustomersCallReplaysNothing() {
        String body = "{\"kind\":\"DELIVERY\",\"subject\":\"" + CANARY + "\",\"text\":\"" + CANARY + "\"}";
        String tickets = "/api/ticket/v1/customers/me/tickets";
        Answer theirs = others.post(tickets, body, "Idempotency-Key", "binding-1");
        Answer mine = own.post(tickets, body.replace(CANARY, "harmless"), "Idempotency-Key", "binding-1");
        assertEquals("", mine.header("Idempotency-Replayed"));
        assertFalse(mine.ok().path("id").equals(theirs.ok().path("id")));
        assertEquals(OWN, mine.json().path("customerId").asText());

        String call = theirs.header("Switchboard-Call");
        others.get("/api/calls/" + call).ok();
        Answer asked = own.get("/api/calls/" + call);
        Answer none = own.get("/api/calls/" + missing(call));
        asked.problem(404, 4004);
        assertEquals(seen(none, ""), seen(asked, ""));
    }

    @Test
    void aCursorOfAnothersListingOpensNothing() {
        for (int i = 0; i < 2; i++) {
            bothHaveRows();
        }
        for (CustomerOperation operation : operations) {
            if (!operation.reads() || operation.hasRows()) {
                continue;
            }
            String next = others.get(operation.address("me", Map.of()) + "?limit=1")
                    .json()
                    .path("next")
                    .asText();
            if (!next.isEmpty()) {
                String address = operation.address("me", Map.of()) + "?limit=1&cursor=";
                Answer foreign = own.get(address + Attempts.encoded(next));
                foreign.problem(400, 4000);
                assertEquals(seen(own.get(address + "AAAA"), ""), seen(foreign, ""));
            }
        }
    }

    @Test
    void whatIsForStaffIsRefusedWhoeverIsNamed() {
        for (CustomerOperation operation :
                CustomerOperation.of(staff.get("/api/openapi.json").ok(), "STAFF")) {
            String real = seen(own.send(operation.method(), operation.address(OTHER, Map.of()), ""), OTHER);
            assertTrue(real.startsWith("403 "), operation.name() + ": " + real);
            assertEquals(seen(own.send(operation.method(), operation.address(NOBODY, Map.of()), ""), NOBODY), real);
        }
    }
}
