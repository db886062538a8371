package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that {@code real/demo} has connected to real systems, and what the visits of {@code switchboard demo --real} leave in them. */
class DemoRealIT {
    private static final String CUSTOMER = "C-1002";

    private record Said(int code, String text) {
        static Said by(ProcessBuilder builder) throws IOException, InterruptedException {
            Process process = builder.redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        }
    }

    private static Said demo(HubProcess hub, String language, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("demo", "--real"));
        words.addAll(List.of(more));
        ProcessBuilder builder = HubProcess.script(hub.home(), words.toArray(String[]::new));
        builder.environment().put("LC_ALL", language);
        return Said.by(builder);
    }

    @Test
    void visitsLeaveInRealSystemsWhatTheyShould(@TempDir Path home) throws Exception {
        try (HubProcess hub = HubProcess.start(home.resolve("hub"))) {
            Said alone = demo(hub, "C.UTF-8");
            assertEquals(1, alone.code(), alone.text());
            assertTrue(
                    alone.text().contains("To have them in a real system, see docs/backends/redmine.md"), alone.text());

            connect(hub);
            int before = creditNotes();
            Said visit = visit(hub, "C.UTF-8");
            assertTrue(visit.text().contains("(banking77: card_arrival)"), visit.text());
            Said again = visit(hub, "zh_CN.UTF-8");
            assertTrue(again.text().contains("机器人获取令牌"), again.text());
            String said = visit.text() + again.text();

            List<JsonNode> late = issues("Has not arrived", said);
            assertEquals(2, late.size(), late::toString);
            for (JsonNode each : late) {
                assertEquals("Closed", each.path("status").path("name").asText());
                assertTrue(said.contains(each.path("description").asText()), each::toString);
            }
            List<JsonNode> stolen = issues("Card used by somebody else", said);
            assertEquals(4, stolen.size(), stolen::toString);
            for (JsonNode each : stolen) {
                assertEquals("Urgent", each.path("priority").path("name").asText(), each::toString);
            }
            requireAddresses(said);
            assertEquals(before + 2, creditNotes(), "one credit note a visit");

            Said nobody = demo(hub, "C.UTF-8", "--customer", "C-9999");
            assertEquals(1, nobody.code(), nobody.text());
            assertTrue(nobody.text().contains("There is no customer C-9999"), nobody.text());
        }
    }

    /** A visit of a customer who has just ordered something. */
    private static Said visit(HubProcess hub, String language) throws Exception {
        script(hub, "orders", CUSTOMER);
        Said visit = demo(hub, language, "--customer", CUSTOMER);
        assertEquals(0, visit.code(), visit.text());
        assertTrue(visit.text().contains("ecommerce/dispatched"), visit.text());
        assertTrue(visit.text().contains("\"status\": \"REFUNDED\""), visit.text());
        assertTrue(visit.text().contains("ecommerce/already-refunded"), visit.text());
        return visit;
    }

    private static void script(HubProcess hub, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("real.folder")).resolve("demo").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("REAL_STATE", System.getProperty("real.state"));
        builder.environment().put("SWITCHBOARD_HOME", hub.home().toString());
        Said done = Said.by(builder);
        assertEquals(0, done.code(), done.text());
    }

    private static TrytonRpc accountant() throws Exception {
        RealSystem tryton = RealSystem.named("tryton");
        return TrytonRpc.signIn(tryton, "admin", tryton.property("admin_password"));
    }

    /** How many posted invoices of the customer Tryton has that give money back. */
    private static int creditNotes() throws Exception {
        int notes = 0;
        for (JsonNode each : accountant()
                .call(
                        "account.invoice.search_read",
                        List.of(
                                List.of("party.code", "=", CUSTOMER),
                                List.of("state", "in", List.of("posted", "paid"))),
                        0,
                        100,
                        List.of(),
                        List.of("total_amount"))) {
            notes += each.path("total_amount").path("decimal").asText().startsWith("-") ? 1 : 0;
        }
        return notes;
    }

    /** In Tryton the orders go where the customer said, and nothing else does. */
    private static void requireAddresses(String said) throws Exception {
        int changed = 0;
        for (JsonNode each : accountant()
                .call(
                        "stock.shipment.out.search_read",
                        List.of(List.of("customer.code", "=", CUSTOMER)),
                        0,
                        100,
                        List.of(),
                        List.of("state", "delivery_address.street"))) {
            String street = each.path("delivery_address.").path("street").asText();
            if (!street.isEmpty() && said.contains("\"" + street + "\"")) {
                changed++;
                assertNotEquals("done", each.path("state").asText(), each::toString);
            }
        }
        assertEquals(2, changed);
    }

    private static void connect(HubProcess hub) throws Exception {
        script(hub);
        Caller chatbot = hub.chatbot();
        Await.until(
                "customers come from Tryton",
                () -> hub.admin()
                        .get("/api/crm/v1/customers/" + CUSTOMER)
                        .body()
                        .contains("赵建国"));
        Await.until(
                "orders are in Tryton",
                () -> chatbot.get("/api/ecommerce/v1/customers/" + CUSTOMER + "/orders")
                                .status()
                        == 200);
        Await.until("tickets are in Redmine", () -> {
            Answer list = chatbot.get("/api/ticket/v1/customers/C-1001/tickets");
            return list.status() == 200 && !list.body().contains("embedded~");
        });
        assertFalse(hub.log().contains(RealSystem.named("redmine").property("key")), "a key is in the log");
    }

    /** The issues of a subject that a visit has made, as an employee sees them. */
    private static List<JsonNode> issues(String subject, String said) throws IOException, InterruptedException {
        RealSystem redmine = RealSystem.named("redmine");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(redmine.property("address") + "/issues.json?status_id=*&limit=100&sort=id:desc"))
                .header("X-Redmine-API-Key", redmine.property("agent_key"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(answer.body()).path("issues")) {
            if (each.path("subject").asText().equals(subject)
                    && said.contains("\"redmine~" + each.path("id").asText() + "\"")) {
                found.add(each);
            }
        }
        return found;
    }
}
