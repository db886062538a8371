package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedHub.class)
class CustomersIT {
    private static final String EVIDENCE = "\"evidence\":{\"source\":\"CONVERSATION\",\"confidence\":\"0.9\"}";

    private final HubProcess hub;
    private final Caller chatbot;

    CustomersIT(HubProcess hub) {
        this.hub = hub;
        chatbot = hub.chatbot();
    }

    @Test
    void theFirstCallAnswersWithCurl() throws Exception {
        Process curl = new ProcessBuilder(
                        "curl",
                        "-s",
                        "-H",
                        "Authorization: Bearer " + chatbot.token(),
                        hub.address() + "/api/crm/v1/customers/C-1001")
                .start();
        String body = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, curl.waitFor());
        assertTrue(body.contains("\"level\":\"GOLD\""), body);
        assertTrue(body.contains("李明轩"), body);
    }

    @Test
    void aChatbotSeesAContactInPartAndAnAdministratorWhole() {
        JsonNode seen = chatbot.get("/api/crm/v1/customers/C-1001").ok();
        assertEquals("***1001", seen.path("contact").path("phone").asText());
        assertFalse(seen.has("lifetimeSpend"), seen::toString);
        JsonNode whole = hub.admin().get("/api/crm/v1/customers/C-1001").ok();
        assertEquals("13800001001", whole.path("contact").path("phone").asText());
        assertTrue(whole.has("lifetimeSpend"), whole::toString);
    }

    @Test
    void aCustomerIsFoundByPhoneInAnySpelling() {
        JsonNode found = chatbot.post("/api/crm/v1/customers/find", "{\"phone\":\"138-0000-1001\"}")
                .ok();
        assertEquals("C-1001", found.path("items").path(0).path("customerId").asText());
        assertEquals(
                0,
                chatbot.post("/api/crm/v1/customers/find", "{\"phone\":\"13999999999\"}")
                        .ok()
                        .path("items")
                        .size());
        chatbot.post("/api/crm/v1/customers/find", "{}").problem(400, 4000);
    }

    @Test
    void anUnknownCustomerIsAProblemInTheLanguageAskedFor() {
        Answer answer = chatbot.get("/api/crm/v1/customers/C-0", "Accept-Language", "zh-CN,zh;q=0.9");
        assertEquals("未找到该用户。", answer.problem(404, 4001).path("message").asText());
        assertEquals("zh", answer.header("Content-Language").substring(0, 2));
    }

    @Test
    void aTimelineIsReadPageByPageToItsEnd() {
        List<String> ids = new ArrayList<>();
        List<String> times = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = chatbot.get("/api/crm/v1/customers/C-1001/timeline?kind=CONTACT&limit=2" + cursor)
                    .ok();
            assertTrue(page.path("items").size() <= 2, page::toString);
            page.path("items").forEach(item -> {
                ids.add(item.path("entryId").asText());
                times.add(item.path("at").asText());
            });
            cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
            pages++;
        } while (!cursor.isEmpty() && pages < 50);
        assertTrue(ids.size() >= 6, ids::toString);
        assertEquals(ids.size(), new TreeSet<>(ids).size(), ids::toString);
        assertEquals(times.stream().sorted((a, b) -> b.compareTo(a)).toList(), times);
        assertTrue(pages >= 3 && pages < 50, "pages: " + pages);
    }

    @Test
    void whatAConversationRevealsIsWrittenBack() {
        JsonNode written = chatbot.send(
                        "PUT",
                        "/api/crm/v1/customers/C-1002/preferences/contact-time",
                        "{\"value\":\"weekends\"," + EVIDENCE + "}",
                        "Switchboard-Conversation",
                        "conv-7")
                .ok();
        assertTrue(written.path("applied").asBoolean(), written::toString);
        assertEquals("conv-7", written.path("sourceId").asText());
        chatbot.post("/api/crm/v1/customers/C-1002/tags", "{\"tag\":\"early-bird\"," + EVIDENCE + "}")
                .ok();
        JsonNode customer = chatbot.get("/api/crm/v1/customers/C-1002").ok();
        assertTrue(customer.path("tags").toString().contains("early-bird"), customer::toString);
        assertTrue(customer.path("preferences").toString().contains("weekends"), customer::toString);
    }
}
