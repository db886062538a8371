package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.it.EveryOperation.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls every operation that the hub has, with values that stand nowhere else, as clients of every role; then looks for these values
 * wherever they have no business. The operations come from the hub's own document, so one that is added is called, too.
 */
class CanaryIT {
    private static final String ROLES = "etc/io.switchboard.security.roles.cfg";
    /** Sees nothing but stand-ins. */
    private static final String MODEL = """

            role.model.scopes = crm.*, ticket.*
            role.model.mask.name = handle
            role.model.mask.phone = handle
            role.model.mask.email = handle
            role.model.mask.identity-document = handle
            role.model.mask.bank-card = handle
            role.model.mask.address = handle
            role.model.mask.free-text = partial
            """;

    private final Canaries canaries = new Canaries();
    private final Set<String> credentials = new TreeSet<>();
    private final List<Seen> seen = new ArrayList<>();

    /** What a role got. */
    private record Seen(String role, String operation, Answer answer) {
        String text() {
            return answer.headers() + answer.body();
        }
    }

    @Test
    void nothingPersonalIsWhereItShouldNotBe(@TempDir Path home) throws Exception {
        try (HubProcess hub = HubProcess.start(home);
                SpanCollector collector = new SpanCollector(hub)) {
            Files.writeString(home.resolve(ROLES), MODEL, StandardOpenOption.APPEND);
            Caller admin = hub.admin();
            remember(HubProcess.read(home, "admin.json"), admin);
            EveryOperation operations =
                    new EveryOperation(admin.get("/api/openapi.json").ok());
            List<Operation> all = operations.all();
            assertTrue(all.size() > 25, () -> "only " + all.size() + " operations");
            callAll(operations, all, "administrator", admin);
            assertEquals(List.of(), neverServed(all), "these were never served");
            Properties roles = roles(home);
            for (Map.Entry<String, Caller> each : callers(hub, admin).entrySet()) {
                callAll(operations, all, each.getKey(), each.getValue());
            }
            handlesStandForWhatTheModelDoesNotSee(hub, admin);
            assertSeenWhole("PHONE", "EMAIL", "NAME", "AMOUNT", "FREE_TEXT");
            assertMasked(roles);
            assertNowhereElse(hub, admin);
            assertNotInSpans(collector, all);
        }
    }

    private void callAll(EveryOperation operations, List<Operation> all, String role, Caller caller) {
        for (Operation each : all) {
            ObjectNode base = operations.arguments(each, canaries);
            call(operations, each, role, caller, base);
            each.members().forEach((name, schema) -> {
                if (EveryOperation.isPersonal(schema)) {
                    ObjectNode more = operations.arguments(each, canaries);
                    more.set(name, operations.value(name, schema, canaries));
                    call(operations, each, role, caller, more);
                    more.set(name, JsonNodeFactory.instance.objectNode().set("x", more.get(name)));
                    call(operations, each, role, caller, more);
                }
            });
        }
    }

    private void call(
            EveryOperation operations, Operation operation, String role, Caller caller, ObjectNode arguments) {
        Answer answer = caller.post(
                operation.path(),
                arguments.toString(),
                "Idempotency-Key",
                UUID.randomUUID().toString(),
                "Switchboard-Conversation",
                "canaries");
        seen.add(new Seen(role, operation.name(), answer));
        answer.assertNoInnards();
        String call = answer.header("Switchboard-Call");
        if (!operation.effect().equals("READ") && !call.isEmpty()) {
            seen.add(new Seen(role, operation.name() + " asked for later", caller.get("/api/calls/" + call)));
        }
        if (role.equals("administrator") && answer.status() == 200) {
            operations.learn(operation, answer.json(), this::foundWhole);
        }
    }

    /** What is masked for the administrator, too, is known from where it was put in. */
    private void foundWhole(String dataClass, String value) {
        if (!dataClass.equals("FREE_TEXT") && !value.contains("***")) {
            canaries.add(dataClass, value);
        }
    }

    private List<String> neverServed(List<Operation> all) {
        Set<String> served = new TreeSet<>();
        for (Seen each : seen) {
            // A ticket that is not in the state for it was looked at all the same.
            if (each.answer().status() < 300 || each.answer().body().contains("\"code\":4008")) {
                served.add(each.operation());
            }
        }
        return all.stream()
                .filter(each -> !served.contains(each.name()))
                .map(each -> each.name() + ": " + last(each.name()))
                .toList();
    }

    private String last(String operation) {
        return seen.stream()
                .filter(each -> each.operation().equals(operation))
                .map(each -> each.answer().body())
                .findFirst()
                .orElse("not called");
    }

    private Map<String, Caller> callers(HubProcess hub, Caller admin) throws IOException {
        Map<String, Caller> callers = new LinkedHashMap<>();
        for (String role : List.of("chatbot", "front-line-agent", "senior-agent", "finance", "auditor", "model")) {
            ObjectNode client = JsonNodeFactory.instance.objectNode();
            client.put("clientId", "canary-" + role)
                    .put("kind", "ASSIST")
                    .putArray("roles")
                    .add(role);
            Await.until("the role " + role + " is there", () -> {
                Answer made = admin.post("/api/security/v1/clients", client.toString());
                return made.status() == 200 || made.body().contains("4008");
            });
            JsonNode secret = secret(hub, "canary-" + role);
            Caller caller = new Caller(
                    hub.address(),
                    secret.path("client_id").asText(),
                    secret.path("client_secret").asText());
            remember(secret, caller);
            callers.put(role, caller);
        }
        return callers;
    }

    private static JsonNode secret(HubProcess hub, String client) throws IOException {
        try (Stream<Path> files = Files.list(hub.home().resolve("run"))) {
            Path file = files.filter(each -> each.getFileName().toString().startsWith("client-" + client + "-"))
                    .findFirst()
                    .orElseThrow();
            return HubProcess.read(hub.home(), file.getFileName().toString());
        }
    }

    private void remember(JsonNode client, Caller caller) {
        credentials.add(client.path("client_secret").asText());
        credentials.add(caller.token());
    }

    private static Properties roles(Path home) throws IOException {
        Properties roles = new Properties();
        try (var in = Files.newBufferedReader(home.resolve(ROLES))) {
            roles.load(in);
        }
        return roles;
    }

    private void handlesStandForWhatTheModelDoesNotSee(HubProcess hub, Caller admin) throws IOException {
        JsonNode client = secret(hub, "canary-model");
        Caller model = new Caller(
                hub.address(),
                client.path("client_id").asText(),
                client.path("client_secret").asText());
        remember(client, model);
        String[] conversation = {"Switchboard-Conversation", "about-C-1001"};
        String handle = model.get("/api/crm/v1/customers/C-1001", conversation)
                .ok()
                .at("/contact/phone")
                .asText();
        assertTrue(handle.matches("hdl_phone_[a-z2-7]{26}"), handle);
        String body = "{\"kind\":\"OTHER\",\"subject\":\"Call back\",\"text\":\"Call " + handle + " back.\"}";
        String tickets = "/api/ticket/v1/customers/C-1001/tickets";
        String ticket = model.post(tickets, body, conversation).ok().path("id").asText();
        assertEquals(
                "Call 13800001001 back.",
                admin.get("/api/ticket/v1/customers/C-1001/tickets/" + ticket)
                        .ok()
                        .path("text")
                        .asText());
        model.post(tickets, body, "Switchboard-Conversation", "another").problem(400, 4000);
    }

    /** Else nothing was put in, and there is nothing to look for. */
    private void assertSeenWhole(String... dataClasses) {
        for (String each : dataClasses) {
            Set<String> values = canaries.all().getOrDefault(each, Set.of());
            assertTrue(
                    seen.stream()
                            .filter(got -> got.role().equals("administrator"))
                            .anyMatch(got -> values.stream().anyMatch(got.text()::contains)),
                    each);
        }
    }

    private void assertMasked(Properties roles) {
        for (Seen each : seen) {
            canaries.all().forEach((dataClass, values) -> {
                String key = "role." + each.role() + ".mask." + kebab(dataClass);
                String treatment = roles.getProperty(key, "hidden").strip();
                boolean shown =
                        treatment.equals("full") || (dataClass.equals("FREE_TEXT") && treatment.equals("partial"));
                if (!shown || each.answer().status() >= 400) {
                    values.forEach(value -> assertFalse(
                            each.text().contains(value),
                            () -> dataClass + " is " + treatment + " for " + each + ", yet it has " + value));
                }
            });
            credentials.forEach(secret -> assertFalse(each.text().contains(secret), each::operation));
        }
    }

    private static String kebab(String dataClass) {
        return dataClass.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private void assertNowhereElse(HubProcess hub, Caller admin) throws IOException {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("console and log", hub.log());
        for (String folder : List.of("logs", "data/audit")) {
            try (Stream<Path> files = Files.walk(hub.home().resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    places.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        }
        assertTrue(
                places.entrySet().stream()
                        .anyMatch(each -> each.getKey().contains("audit")
                                && each.getValue().contains("ticket.v1.ticket.create")),
                "the audit was not read");
        places.put("metrics", admin.get("/metrics").body());
        places.put("ready", admin.get("/health/ready").body());
        places.put("errors", admin.get("/api/errors").body());
        places.forEach(this::assertNone);
    }

    private void assertNotInSpans(SpanCollector collector, List<Operation> all) {
        Await.until("there is a span of every operation", () -> {
            String spans = String.join("", collector.bodies());
            return all.stream().allMatch(each -> spans.contains(each.name().replace('_', '.')));
        });
        assertNone("a span", String.join("", collector.bodies()));
    }

    private void assertNone(String place, String text) {
        canaries.all()
                .forEach((dataClass, values) -> values.forEach(
                        value -> assertFalse(text.contains(value), () -> place + " has " + value + ", " + dataClass)));
        credentials.forEach(secret -> assertFalse(text.contains(secret), () -> place + " has a credential"));
    }
}
