package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.testkit.FaultyAnswer;
import io.switchboard.connector.testkit.FaultyProxy;
import io.switchboard.connector.testkit.ProxyFault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub whose tickets are in a real Redmine: its bundle and its configuration are dropped in while it runs. */
class RedmineRealIT {
    private static final String TICKETS = "/api/ticket/v1/customers/C-1003/tickets";

    @TempDir
    static Path home = Path.of("");

    private static RealSystem redmine;
    private static RedmineDesk desk;
    private static FaultyProxy wire;
    private static HubProcess hub;
    private static Caller chatbot;

    @BeforeAll
    static void start() throws IOException {
        redmine = RealSystem.named("redmine");
        desk = new RedmineDesk(redmine);
        wire = FaultyProxy.to(URI.create(redmine.property("address")));
        hub = HubProcess.start(home.resolve("hub"));
        chatbot = hub.chatbot();
        RealBackends.drop(hub, RealBackends.REDMINE);
        RealBackends.redmine(
                hub,
                "redmine",
                redmine,
                wire.address().toString(),
                redmine.property("key"),
                "breaker.rest.millis = 200\nsettle.millis = 500\n");
        RealBackends.write(hub, "io.switchboard.ticket.cfg", "instance = redmine\n");
        Await.until(
                "tickets are kept in Redmine",
                () -> create("first").json().path("id").asText().startsWith("redmine~"));
    }

    @AfterAll
    static void stop() {
        hub.close();
        wire.close();
    }

    private static Answer create(String subject, String... headers) {
        return chatbot.post(
                TICKETS,
                "{\"kind\":\"DELIVERY\",\"subject\":\"" + subject + "\",\"text\":\"包裹三天没有动静。\\nPlease check.\"}",
                headers);
    }

    @Test
    void aTicketGoesThroughItsLife() throws Exception {
        JsonNode made = create("life").ok();
        String path = TICKETS + "/" + made.path("id").asText();
        assertEquals("logistics", made.path("department").asText());
        assertEquals(made, chatbot.get(path).ok());
        assertTrue(chatbot.get(TICKETS + "?open=true").ok().toString().contains("\"life\""));

        chatbot.post(path + "/comments", "{\"visibility\":\"CUSTOMER\",\"text\":\"We look for it.\"}")
                .ok();
        chatbot.post(path + "/comments", "{\"visibility\":\"INTERNAL\",\"text\":\"Depot called.\"}")
                .ok();
        JsonNode comments = chatbot.get(path + "/comments").ok().path("items");
        assertEquals(1, comments.size(), comments::toString);
        assertTrue(chatbot.post(path + "/expedite", "{}").ok().path("flagged").asBoolean());
        assertEquals(
                "CLOSED",
                chatbot.post(path + "/close", "{\"note\":\"found\"}")
                        .ok()
                        .path("status")
                        .asText());
        chatbot.post(path + "/expedite", "{}").problem(409, 4008);

        JsonNode seen = desk.look(made);
        assertEquals("Closed", seen.path("status").path("name").asText());
        assertTrue(seen.path("journals").toString().contains("\"notes\":\"found\""), seen::toString);
        String history = hub.admin().get(path + "/history").ok().path("items").toString();
        assertTrue(history.contains("CLOSED") && history.contains("demo-chatbot"), history);
    }

    @Test
    void whatPeopleDoInRedmineIsSeen() throws Exception {
        JsonNode made = create("people").ok();
        String path = TICKETS + "/" + made.path("id").asText();
        desk.change(made, "{\"status_id\":5,\"notes\":\"Handed over at the door\"}");
        assertEquals("CLOSED", chatbot.get(path).ok().path("status").asText());
        assertEquals(0, chatbot.get(path + "/comments").ok().path("items").size(), "notes of people are for employees");
        JsonNode all = hub.admin().get(path + "/comments/all").ok().path("items");
        assertEquals("Handed over at the door", all.path(0).path("text").asText(), all::toString);
    }

    @Test
    void whoListensHearsOfWhatPeopleDoInRedmine() throws Exception {
        String begin = Told.now(hub.admin());
        JsonNode made = create("heard").ok();
        String id = made.path("id").asText();
        Await.until(
                "the ticket itself was told of",
                () -> Told.since(hub.admin(), begin).contains("ticket.v1.ticket.created " + id));
        String place = Told.now(hub.admin());
        String changed = "ticket.v1.status.changed " + id;
        desk.change(made, "{\"status_id\":5}");
        Await.until(
                "it was told that it is closed",
                () -> Told.since(hub.admin(), place).contains(changed));

        redmine.run("down");
        redmine.run("up");
        desk.change(made, "{\"status_id\":2}");
        Await.until("and that it is open again", () -> Told.times(hub.admin(), place, changed) > 1);
        assertEquals(2, Told.times(hub.admin(), place, changed));
    }

    @Test
    void anothersTicketIsAsOneThatDoesNotExist() throws Exception {
        String id = create("mine").ok().path("id").asText();
        Caller other = BoundTokens.bind(hub, chatbot, "C-1004");
        other.get("/api/ticket/v1/customers/me/tickets/" + id).problem(404, 4004);
        other.get("/api/ticket/v1/customers/me/tickets/redmine~99999999").problem(404, 4004);
        Await.until("the attempt has raised the alarm", () -> {
            try (var files = Files.walk(hub.home().resolve("data/audit"))) {
                for (Path each :
                        files.filter(file -> file.toString().endsWith(".audit")).toList()) {
                    if (Files.readString(each).contains("\"foreign-row\"")) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    @Test
    void aCreateWhoseAnswerIsLostIsFoundAndNotDoubled() {
        String subject = "lost " + UUID.randomUUID();
        String key = subject.substring(5);
        wire.next("POST /issues.json", ProxyFault.after(FaultyAnswer.closed()));
        Answer lost = create(subject, "Idempotency-Key", key);
        assertTrue(wire.isDone(), lost::toString);
        lost.problem(504, 5004);
        Await.until("it is known", () -> create(subject, "Idempotency-Key", key).status() != 504);
        JsonNode again = create(subject, "Idempotency-Key", key).ok();
        assertTrue(again.path("id").asText().startsWith("redmine~"), again::toString);
        long found = 0;
        for (JsonNode row : chatbot.get(TICKETS + "?limit=200").ok().path("items")) {
            found += row.path("subject").asText().equals(subject) ? 1 : 0;
        }
        assertEquals(1, found);
        assertNotEquals(again.path("id"), create(subject).ok().path("id"));
    }

    @Test
    void aRedmineThatStopsAndComesBack() throws Exception {
        String path = TICKETS + "/" + create("stopped").ok().path("id").asText();
        redmine.run("down");
        try {
            chatbot.get(path).problem(503, 5005);
            JsonNode problem = create("while it is down").problem(503, 5005);
            assertEquals("RETRY_LATER", problem.path("advice").asText());
        } finally {
            redmine.run("up");
        }
        Await.until(
                "the hub sees that it is back",
                Duration.ofSeconds(30),
                () -> chatbot.get(path).status() == 200);
    }
}
