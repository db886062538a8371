package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub whose store is PostgreSQL, by configuration alone. */
class PostgresRealIT {
    private static final String CUSTOMER = "/api/crm/v1/customers/C-1001";
    private static final String TICKETS = "/api/ticket/v1/customers/C-1004/tickets";
    /** Of the hub's own, or of an embedded backend. */
    private static final Set<Integer> AWAY = Set.of(5002, 5005);

    @TempDir
    static Path home = Path.of("");

    @TempDir
    static Path other = Path.of("");

    private static RealSystem postgres;
    private static HubProcess hub;

    @BeforeAll
    static void start() throws Exception {
        postgres = RealSystem.named("postgres");
        postgres.run("database", "hub");
        Properties database = postgres.about("hub");
        SharedHub.configure(home.resolve("etc"));
        Files.writeString(home.resolve("etc/io.switchboard.store.cfg"), """
            url = %s
            user = %s
            password = $[secret:store.password]
            """.formatted(
                        database.getProperty("jdbc"), database.getProperty("user")));
        setSecret(database.getProperty("password"));
        hub = HubProcess.start(home);
    }

    private static void setSecret(String value) throws IOException, InterruptedException {
        Process process = HubProcess.script(home, "secret", "set", "store.password")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(value.getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static Answer makeTicket(Caller caller, String key) {
        return caller.post(
                TICKETS, "{\"kind\":\"DELIVERY\",\"subject\":\"" + key + "\",\"text\":\"x\"}", "Idempotency-Key", key);
    }

    private static Set<String> told(Caller caller, String cursor) {
        Set<String> told = new TreeSet<>();
        caller.get("/api/events?limit=1000&types=ticket.v1.ticket.created&after=" + cursor)
                .ok()
                .path("events")
                .forEach(each -> assertTrue(told.add(each.path("subject").asText()), "told twice: " + each));
        return told;
    }

    @Test
    void itServesFromThereAndFromNowhereElse() throws Exception {
        Caller admin = hub.admin();
        assertEquals("C-1001", admin.get(CUSTOMER).ok().path("customerId").asText());
        JsonNode made = makeTicket(admin, "once").ok();
        Answer again = makeTicket(admin, "once");
        assertEquals(made, again.ok());
        assertEquals("true", again.header("Idempotency-Replayed"));
        String path = TICKETS + "/" + Attempts.encoded(made.path("id").asText());
        assertEquals(
                "CLOSED",
                admin.post(path + "/close", "{\"note\":\"found\"}")
                        .ok()
                        .path("status")
                        .asText());
        assertFalse(Files.exists(home.resolve("data/store.mv.db")), "nothing is in the embedded store");
        assertFalse(hub.log().contains(postgres.about("hub").getProperty("password")), "no password in the log");
    }

    @Test
    void killedWithoutWarningItHasAllThatItAnswered() throws Exception {
        Caller admin = hub.admin();
        String cursor = admin.get("/api/events?after=now").ok().path("next").asText();
        List<JsonNode> made = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            made.add(makeTicket(admin, "kill-" + i).ok());
        }
        hub.kill();
        hub = HubProcess.start(home);
        Caller back = hub.admin();
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            Answer again = makeTicket(back, "kill-" + i);
            assertEquals(made.get(i), again.ok());
            assertEquals("true", again.header("Idempotency-Replayed"));
            ids.add(made.get(i).path("id").asText());
        }
        Await.until("each is told, once", () -> told(back, cursor).equals(ids));
    }

    @Test
    void theDatabaseMayBeRestartedBeneathIt() throws Exception {
        Caller admin = hub.admin();
        makeTicket(admin, "before").ok();
        postgres.run("kill");
        try {
            assertTurnedAway(admin.get(CUSTOMER), AWAY);
            Await.until("it says so", () -> {
                Answer ready = Caller.nobody(hub.address()).get("/health/ready");
                return ready.status() == 503 && ready.body().contains("store");
            });
            assertEquals(200, Caller.nobody(hub.address()).get("/health/live").status());
            // Longer than what is known of clients and revoked tokens holds: now nobody can be let in.
            Await.until("tokens cannot be checked", () -> admin.get(CUSTOMER).status() == 503);
            List<CompletableFuture<Answer>> many = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                many.add(CompletableFuture.supplyAsync(() -> admin.get(CUSTOMER)));
                many.add(CompletableFuture.supplyAsync(() -> makeTicket(admin, "meanwhile")));
            }
            for (CompletableFuture<Answer> each : many) {
                assertTurnedAway(each.get(15, TimeUnit.SECONDS), Set.of(5002));
            }
            dropMeanwhile();
        } finally {
            postgres.run("up");
        }
        Await.until("it serves again", () -> admin.get(CUSTOMER).status() == 200);
        Await.until("it writes again", () -> makeTicket(admin, "meanwhile").status() == 200);
        Await.until(
                "it is ready",
                () -> Caller.nobody(hub.address()).get("/health/ready").status() == 200);
        assertEquals("true", makeTicket(admin, "before").header("Idempotency-Replayed"));
        Ecommerce.awaitRunning(hub);
        Drop.awaitStatus(hub, "crm.jar", "state: running", "bundle: io.switchboard.crm.embedded 9.9.9");
        assertEquals("C-1001", admin.get(CUSTOMER).ok().path("customerId").asText());
    }

    /** Both look into their tables as they are made. */
    private static void dropMeanwhile() throws IOException {
        Ecommerce.drop(hub);
        Drop.own(hub, "crm.jar", "io.switchboard.crm.embedded", "9.9.9");
        for (String each : List.of("ecommerce.zip", "crm.jar")) {
            Await.until(each + " is answered for", () -> Drop.status(hub, each).contains("state: "));
        }
    }

    private static void assertTurnedAway(Answer answer, Set<Integer> codes) {
        assertTrue(codes.contains(answer.json().path("code").asInt()), answer::toString);
        JsonNode problem = answer.problem(503, answer.json().path("code").asInt());
        assertEquals("RETRY_LATER", problem.path("advice").asText(), answer::toString);
    }

    /** Keys of their own would make them strangers: what one recorded, the other could not read. */
    private static Path secondHome() throws IOException {
        Path second = other.resolve("hub");
        for (String each : List.of("etc", "data/claims.key", "data/keys", "data/secrets")) {
            Path from = home.resolve(each);
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Path to = second.resolve(home.relativize(file));
                    Files.createDirectories(to.getParent());
                    if (!Files.exists(to)) {
                        Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
        }
        return second;
    }

    @Test
    void twoHubsOnOneDatabaseDoEachWriteOnce() throws Exception {
        Caller one = hub.admin();
        String cursor = one.get("/api/events?after=now").ok().path("next").asText();
        JsonNode client = HubProcess.read(home, "admin.json");
        try (HubProcess second = HubProcess.start(secondHome())) {
            Caller two = new Caller(
                    second.address(),
                    client.path("client_id").asText(),
                    client.path("client_secret").asText());
            for (int i = 0; i < 20; i++) {
                String key = "both-" + i;
                CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> makeTicket(one, key));
                CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> makeTicket(two, key));
                for (Answer answer : List.of(first.join(), other.join())) {
                    assertTrue(answer.status() == 200 || answer.status() == 409, answer::toString);
                }
                assertEquals(makeTicket(one, key).ok(), makeTicket(two, key).ok());
            }
            Await.until("each is told", () -> told(one, cursor).size() == 20);
            assertEquals(told(one, cursor), told(two, cursor), "both tell the same, also by each other's cursors");
            second.kill();
        }
        makeTicket(one, "alone").ok();
        Await.until("the other goes on alone", () -> told(one, cursor).size() == 21);
    }
}
