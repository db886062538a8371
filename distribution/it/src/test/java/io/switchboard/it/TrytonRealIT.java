package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is given a real Tryton as its CRM while it runs, by a bundle of {@code optional/} and one file. */
class TrytonRealIT {
    private static final String WANG = "/api/crm/v1/customers/C-1001";
    private static final String SAID = "\"evidence\":{\"source\":\"CONVERSATION\",\"confidence\":\"0.9\"}";

    @TempDir
    static Path home = Path.of("");

    private static RealSystem tryton;
    private static HubProcess hub;
    private static Caller chatbot;

    @BeforeAll
    static void connect() throws Exception {
        tryton = RealSystem.named("tryton");
        hub = HubProcess.start(home.resolve("hub"));
        chatbot = hub.chatbot();
        RealBackends.drop(hub, RealBackends.TRYTON);
        configure("tryton", "login", "password");
        RealBackends.write(hub, "io.switchboard.crm.cfg", "backend = tryton\n");
        Await.until(
                "customers come from Tryton", () -> hub.admin().get(WANG).body().contains("王秀兰"));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static void configure(String instance, String login, String password) throws IOException {
        RealBackends.tryton(hub, instance, tryton, tryton.property("address"), login, password, "");
    }

    @Test
    void aCustomerIsTheParty() {
        JsonNode whole = hub.admin().get(WANG).ok();
        assertEquals("GOLD", whole.path("level").asText());
        assertEquals("zh-CN", whole.path("language").asText());
        assertEquals("138 0000 1001", whole.path("contact").path("phone").asText());
        assertEquals(
                "南京西路 100 号, 200040 上海", whole.path("contact").path("address").asText());
        // A kettle of 129.00, with tax, is paid; a lamp and two kettles are not.
        assertEquals("145.77", whole.path("lifetimeSpend").path("amount").asText());
        JsonNode seen = chatbot.get(WANG).ok();
        assertEquals("***1001", seen.path("contact").path("phone").asText());
        chatbot.get("/api/crm/v1/customers/C-9999").problem(404, 4001);
    }

    @Test
    void aCustomerIsFoundByPhoneInAnySpelling() {
        JsonNode found = chatbot.post("/api/crm/v1/customers/find", "{\"phone\":\"+86 138-0000-1002\"}")
                .ok();
        assertEquals(1, found.path("items").size());
        assertEquals("C-1002", found.path("items").path(0).path("customerId").asText());
    }

    @Test
    void notesAndComplaintsStandInTheTimeline() {
        List<String> subjects = new ArrayList<>();
        chatbot.get(WANG + "/timeline")
                .ok()
                .path("items")
                .forEach(item -> subjects.add(
                        item.path("kind").asText() + " " + item.path("subject").asText()));
        assertTrue(subjects.contains("CONTACT 来电询问保修"), subjects::toString);
        assertTrue(subjects.contains("COMPLAINT 壶盖有裂纹"), subjects::toString);
    }

    @Test
    void whatAConversationRevealsIsWrittenBackOnce() throws Exception {
        String zhao = "/api/crm/v1/customers/C-1002";
        for (int i = 0; i < 2; i++) {
            chatbot.post(zhao + "/tags", "{\"tag\":\"early-bird\"," + SAID + "}", "Idempotency-Key", "tag-1")
                    .ok();
        }
        chatbot.send("PUT", zhao + "/preferences/contact-time", "{\"value\":\"周末\"," + SAID + "}")
                .ok();
        JsonNode customer = chatbot.get(zhao).ok();
        assertEquals("[\"early-bird\"]", customer.path("tags").toString());
        assertEquals("周末", customer.path("preferences").path(0).path("value").asText());
        TrytonRpc person = TrytonRpc.signIn(tryton, "admin", tryton.property("admin_password"));
        JsonNode party = person.call(
                "party.party.search_read",
                List.of(List.of("code", "=", "C-1002")),
                0,
                1,
                List.of(),
                List.of("categories.rec_name"));
        assertEquals(
                "Chatbot / early-bird",
                party.path(0).path("categories.").path(0).path("rec_name").asText());
        // And what a person takes away is gone.
        person.call(
                "party.party.write",
                List.of(party.path(0).path("id").asLong()),
                Map.of(
                        "categories",
                        List.of(List.of(
                                "remove",
                                List.of(party.path(0)
                                        .path("categories.")
                                        .path(0)
                                        .path("id")
                                        .asLong())))));
        assertEquals("[]", chatbot.get(zhao).ok().path("tags").toString());
    }

    @Test
    void theHubTellsHowTheEndpointStands() {
        chatbot.get(WANG).ok();
        JsonNode backends = hub.admin().get("/api/backends").ok();
        assertTrue(backends.toString().contains(tryton.property("address")), backends::toString);
    }

    @Test
    void theCheckTellsWhatIsWrong() throws Exception {
        configure("intern", "other_login", "other_password");
        configure("wrong", "other_login", "jdbc_password");
        Await.until("all are checked", () -> {
            String found = hub.admin().get("/api/backends/check").body();
            return found.contains("\"intern\"") && found.contains("\"wrong\"");
        });
        JsonNode found = hub.admin().get("/api/backends/check").ok();
        String text = found.toString();
        assertTrue(text.contains("put its user into the group Account"), text);
        assertTrue(text.contains("Tryton refused the login or the password"), text);
        assertTrue(text.contains("It may make categories for new tags."), text);
        // Checked again and again, and still not locked: of two attempts Tryton has seen one.
        for (int i = 0; i < 6; i++) {
            hub.admin().get("/api/backends/check").ok();
        }
        TrytonRpc.signIn(tryton, tryton.property("other_login"), tryton.property("other_password"));
    }
}
