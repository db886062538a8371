package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do in a real Redmine is told once, whoever of both sides is killed meanwhile. */
class PollerRealIT {
    private static final String TICKETS = "/api/ticket/v1/customers/C-1003/tickets";
    private static final int MANY = 12;
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    /** For a machine that does other things at the same time. */
    private static final Duration LEEWAY = Duration.ofSeconds(6);

    @TempDir
    Path home = Path.of("");

    private final RealSystem redmine = RealSystem.named("redmine");
    private final RedmineDesk desk = new RedmineDesk(redmine);
    private HubProcess hub;

    @BeforeEach
    void start() {
        hub = HubProcess.start(home);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private Answer create(int number) {
        return hub.chatbot()
                .post(TICKETS, "{\"kind\":\"DELIVERY\",\"subject\":\"polled " + number + "\",\"text\":\"x\"}");
    }

    private static String changed(JsonNode ticket) {
        return "ticket.v1.status.changed " + ticket.path("id").asText();
    }

    private void assertTold(String place, List<JsonNode> tickets, int times) {
        Caller admin = hub.admin();
        for (JsonNode each : tickets) {
            Await.until("it is told of " + each, () -> Told.times(admin, place, changed(each)) >= times);
        }
        List<String> told = Told.since(admin, place);
        for (JsonNode each : tickets) {
            assertEquals(times, told.stream().filter(changed(each)::equals).count(), told::toString);
        }
    }

    /** A person closes a ticket, and whoever listens hears of it. */
    private void assertHeardSoon(JsonNode ticket, String members) throws Exception {
        Caller admin = hub.admin();
        String place = Told.now(admin);
        desk.change(ticket, members);
        long done = System.nanoTime();
        Await.until("it is heard", () -> Told.since(admin, place).contains(changed(ticket)));
        Duration took = Duration.ofNanos(System.nanoTime() - done);
        assertTrue(took.compareTo(INTERVAL.plus(LEEWAY)) < 0, took::toString);
    }

    @Test
    void nothingIsLostOrToldTwiceWhereEitherSideIsKilled() throws Exception {
        RealBackends.drop(hub, RealBackends.REDMINE);
        RealBackends.redmine(
                hub,
                "redmine",
                redmine,
                redmine.property("address"),
                redmine.property("key"),
                "breaker.rest.millis = 200\npoll.millis = " + INTERVAL.toMillis() + "\n");
        RealBackends.write(hub, "io.switchboard.ticket.cfg", "instance = redmine\n");
        Await.until(
                "tickets are kept in Redmine",
                () -> create(0).json().path("id").asText().startsWith("redmine~"));
        String place = Told.now(hub.admin());
        List<JsonNode> tickets = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            tickets.add(create(i).ok());
        }
        assertHeardSoon(tickets.get(0), "{\"status_id\":5}");

        // A person closes one after the other; the hub is killed in the middle of it, and comes back before the end.
        CountDownLatch third = new CountDownLatch(MANY / 3);
        CompletableFuture<Void> person = CompletableFuture.runAsync(() -> {
            for (JsonNode each : tickets.subList(1, MANY)) {
                try {
                    desk.change(each, "{\"status_id\":5}");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                third.countDown();
            }
        });
        third.await();
        hub.kill();
        person.join();
        hub = HubProcess.start(home);
        assertTold(place, tickets, 1);

        redmine.run("down");
        redmine.run("up");
        for (JsonNode each : tickets) {
            desk.change(each, "{\"status_id\":2}");
        }
        assertTold(place, tickets, 2);
        assertHeardSoon(tickets.get(0), "{\"status_id\":5}");
        for (JsonNode each : tickets) {
            assertEquals(
                    1,
                    Told.times(
                            hub.admin(),
                            place,
                            "ticket.v1.ticket.created " + each.path("id").asText()));
        }
    }
}
