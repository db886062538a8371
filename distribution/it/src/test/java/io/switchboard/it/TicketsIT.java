package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.second.SecondCrm;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedHub.class)
class TicketsIT {
    private static final String TICKETS = "/api/ticket/v1/customers/C-1003/tickets";

    private final HubProcess hub;
    private final Caller chatbot;

    TicketsIT(HubProcess hub) {
        this.hub = hub;
        chatbot = hub.chatbot();
    }

    private static String ticket(String subject) {
        return "{\"kind\":\"DELIVERY\",\"subject\":\"" + subject + "\",\"text\":\"The parcel never arrived.\"}";
    }

    @Test
    void aTicketGoesThroughItsLife() {
        JsonNode made = chatbot.post(TICKETS, ticket("life")).ok();
        String path = TICKETS + "/" + made.path("id").asText();
        assertEquals("logistics", made.path("department").asText());
        assertEquals("HIGH", made.path("priority").asText());
        assertEquals("life", chatbot.get(path).ok().path("subject").asText());

        chatbot.post(path + "/comments", "{\"visibility\":\"CUSTOMER\",\"text\":\"We look for it.\"}")
                .ok();
        chatbot.post(path + "/comments", "{\"visibility\":\"INTERNAL\",\"text\":\"Depot called.\"}")
                .ok();
        assertEquals(
                1,
                chatbot.get(path + "/comments").ok().path("items").size(),
                "employees' comments are not the customer's");

        JsonNode expedited = chatbot.post(path + "/expedite", "{}").ok();
        assertTrue(expedited.path("flagged").asBoolean(), expedited::toString);
        assertEquals(
                "CLOSED",
                chatbot.post(path + "/close", "{\"note\":\"found\"}")
                        .ok()
                        .path("status")
                        .asText());
        chatbot.post(path + "/expedite", "{}").problem(409, 4008);
        JsonNode reopened = chatbot.post(path + "/reopen", "{}").ok();
        assertNotEquals("CLOSED", reopened.path("status").asText());
        chatbot.post(path + "/reopen", "{}").problem(409, 4008);

        chatbot.get(path + "/history").problem(403, 4016);
        String history = hub.admin().get(path + "/history").ok().path("items").toString();
        assertTrue(history.contains("CLOSED") && history.contains("demo-chatbot"), history);
        String timeline = chatbot.get("/api/crm/v1/customers/C-1003/timeline?kind=TICKET")
                .ok()
                .toString();
        assertTrue(timeline.contains("\"life\""), timeline);
    }

    @Test
    void anothersTicketIsAsOneThatDoesNotExist() {
        String id = chatbot.post(TICKETS, ticket("mine")).ok().path("id").asText();
        chatbot.get("/api/ticket/v1/customers/C-1004/tickets/" + id).problem(404, 4004);
        chatbot.get("/api/ticket/v1/customers/C-1004/tickets/embedded~99999999").problem(404, 4004);
    }

    @Test
    void stolenAccountsAreUrgentByThemselves() {
        JsonNode made = chatbot.post(TICKETS, "{\"kind\":\"QUESTION\",\"subject\":\"帮帮我\",\"text\":\"我的账号被盗号了\"}")
                .ok();
        assertEquals("URGENT", made.path("priority").asText());
        assertTrue(made.path("flagged").asBoolean());
        assertEquals("security", made.path("department").asText());
    }

    @Test
    void theSameKeyMakesOneTicket() {
        JsonNode first = chatbot.post(TICKETS, ticket("once"), "Idempotency-Key", "it-once-1")
                .ok();
        Answer again = chatbot.post(TICKETS, ticket("once"), "Idempotency-Key", "it-once-1");
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first, again.ok());
        chatbot.post(TICKETS, ticket("other"), "Idempotency-Key", "it-once-1").problem(422, 4009);
        assertEquals(1, withSubject("once"));
        assertEquals(0, withSubject("other"));
        assertNotEquals(
                first.path("id"),
                chatbot.post(TICKETS, ticket("twice"), "Idempotency-Key", "it-once-2")
                        .ok()
                        .path("id"));
    }

    private long withSubject(String subject) {
        long found = 0;
        for (JsonNode row : chatbot.get(TICKETS + "?limit=200").ok().path("items")) {
            found += row.path("subject").asText().equals(subject) ? 1 : 0;
        }
        return found;
    }

    @Test
    void xmlGoesInAndComesOut() {
        Answer made = chatbot.post(
                TICKETS,
                "<request><kind>REFUND</kind><subject>Größe &amp; 退款</subject><text>a &lt; b</text></request>",
                "Content-Type",
                "application/xml",
                "Accept",
                "application/xml");
        assertEquals(200, made.status(), made::toString);
        assertTrue(made.header("Content-Type").startsWith("application/xml"), made::toString);
        assertTrue(made.body().contains("<subject>Größe &amp; 退款</subject>"), made::toString);
        assertTrue(made.body().contains("<next><item>"), made::toString);

        Answer refused = chatbot.post(
                TICKETS, "<request><kind>7</kind></request>", "Content-Type", "text/xml", "Accept", "application/xml");
        assertEquals(400, refused.status());
        assertTrue(refused.header("Content-Type").startsWith("application/problem+xml"), refused::toString);
        assertTrue(refused.body().contains("<code>4000</code>"), refused::toString);
        refused.assertNoInnards();
    }

    @Test
    void theRuleThatFiresIsExplained() {
        JsonNode explained = hub.admin()
                .post("/api/ticket/v1/dispatch/explain", "{\"kind\":\"REFUND\",\"level\":\"PLATINUM\"}")
                .ok();
        assertEquals("31", explained.path("rule").asText());
        assertEquals("refunds", explained.path("department").asText());
    }

    @Test
    void customersAreRankedByTheCrmInUseWhateverOtherCameLast() throws Exception {
        int number = 1003;
        while (!level(number).equals("STANDARD")) {
            number++;
        }
        Path second = ConnectorJar.drop(hub, "second-crm.jar", SecondCrm.class);
        try {
            Drop.awaitStatus(hub, "second-crm.jar", "state: running");
            JsonNode made = chatbot.post(
                            "/api/ticket/v1/customers/C-" + number + "/tickets",
                            "{\"kind\":\"REFUND\",\"subject\":\"Money back\",\"text\":\"I want my money back.\"}")
                    .ok();
            assertEquals("NORMAL", made.path("priority").asText());
        } finally {
            Files.delete(second);
        }
    }

    private String level(int number) {
        return hub.admin()
                .get("/api/crm/v1/customers/C-" + number)
                .ok()
                .path("level")
                .asText();
    }
}
