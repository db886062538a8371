package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
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
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path home = Path.of("");

    private static RealSystem redmine;
    private static LossyWire wire;
    private static HubProcess hub;
    private static Caller chatbot;

    @BeforeAll
    static void start() throws IOException {
        redmine = RealSystem.named("redmine");
        wire = new LossyWire(redmine.property("address"));
        hub = HubProcess.start(home.resolve("hub"));
        chatbot = hub.chatbot();
        Path folder = HubProcess.folder().resolve("optional");
        try (DirectoryStream<Path> bundles = Files.newDirectoryStream(folder, "io.switchboard.ticket.redmine-*.jar")) {
            for (Path each : bundles) {
                Files.copy(each, hub.home().resolve("deploy").resolve(each.getFileName()));
            }
        }
        Files.writeString(hub.home().resolve("etc/io.switchboard.ticket.redmine~redmine.cfg"), """
            endpoints = %s
            .key = %s
            project = %s
            breaker.rest.millis = 200
            settle.millis = 500
            """.formatted(
                        wire.address(), redmine.property("key"), redmine.property("project")));
        Files.writeString(hub.home().resolve("etc/io.switchboard.ticket.cfg"), "instance = redmine\n");
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

    /** What an employee does in Redmine itself. */
    private static JsonNode agent(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(redmine.property("address") + path))
                .header("X-Redmine-API-Key", redmine.property("agent_key"))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, () -> answer.statusCode() + " " + answer.body());
        return new ObjectMapper().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private static String issue(JsonNode ticket) {
        return "/issues/" + ticket.path("id").asText().substring("redmine~".length()) + ".json";
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

        JsonNode seen = agent("GET", issue(made) + "?include=journals", "").path("issue");
        assertEquals("Closed", seen.path("status").path("name").asText());
        assertTrue(seen.path("journals").toString().contains("\"notes\":\"found\""), seen::toString);
        String history = hub.admin().get(path + "/history").ok().path("items").toString();
        assertTrue(history.contains("CLOSED") && history.contains("demo-chatbot"), history);
    }

    @Test
    void whatPeopleDoInRedmineIsSeen() throws Exception {
        JsonNode made = create("people").ok();
        String path = TICKETS + "/" + made.path("id").asText();
        agent("PUT", issue(made), "{\"issue\":{\"status_id\":5,\"notes\":\"Handed over at the door\"}}");
        assertEquals("CLOSED", chatbot.get(path).ok().path("status").asText());
        assertEquals(0, chatbot.get(path + "/comments").ok().path("items").size(), "notes of people are for employees");
        JsonNode all = hub.admin().get(path + "/comments/all").ok().path("items");
        assertEquals("Handed over at the door", all.path(0).path("text").asText(), all::toString);
    }

    @Test
    void whoListensHearsOfWhatPeopleDoInRedmine() throws Exception {
        String begin = now();
        JsonNode made = create("heard").ok();
        String id = made.path("id").asText();
        Await.until("the ticket itself was told of", () -> told(begin).contains("ticket.v1.ticket.created " + id));
        String place =
                hub.admin().get("/api/events?after=now").ok().path("next").asText();
        agent("PUT", issue(made), "{\"issue\":{\"status_id\":5}}");
        Await.until("it was told that it is closed", () -> told(place).contains("ticket.v1.status.changed " + id));

        redmine.run("down");
        redmine.run("up");
        agent("PUT", issue(made), "{\"issue\":{\"status_id\":2}}");
        Await.until(
                "and that it is open again",
                () -> told(place).indexOf("ticket.v1.status.changed " + id)
                        != told(place).lastIndexOf("ticket.v1.status.changed " + id));
        assertEquals(
                2,
                told(place)
                        .lines()
                        .filter(each -> each.equals("ticket.v1.status.changed " + id))
                        .count());
    }

    private static String now() {
        return hub.admin().get("/api/events?after=now").ok().path("next").asText();
    }

    /** Types and subjects of what was told since. */
    private static String told(String after) {
        StringBuilder told = new StringBuilder();
        String next = after;
        JsonNode page;
        do {
            page = hub.admin().get("/api/events?types=ticket.*&after=" + next).ok();
            for (JsonNode each : page.path("events")) {
                told.append(each.path("type").asText())
                        .append(' ')
                        .append(each.path("subject").asText())
                        .append('\n');
            }
            next = page.path("next").asText();
        } while (page.path("more").asBoolean());
        return told.toString();
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
        wire.loseAnswerTo("POST /issues.json");
        Answer lost = create(subject, "Idempotency-Key", key);
        assertTrue(wire.hasLost(), lost::toString);
        if (lost.status() != 200) {
            lost.problem(504, 5004);
        }
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
