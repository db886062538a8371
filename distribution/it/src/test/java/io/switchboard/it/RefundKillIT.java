package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.deadly.DeadlyShop;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hub's process is gone in the middle of a refund: at each of the points round its steps, and at moments of chance. After the next
 * start the customer asks again with the same key; in the end the money is back once, the goods are expected once, and there is one
 * ticket.
 */
class RefundKillIT {
    private static final List<String> POINTS =
            List.of("before-return", "after-return", "before-credit", "after-credit", "", "");
    /** A kill of chance comes between the request and this time after it, in which a refund is done as a rule. */
    private static final int MOST_MILLIS = 120;

    private record Case(String customer, String number) {
        String path(String rest) {
            return Ecommerce.API + customer + "/" + rest;
        }
    }

    @Test
    void refundEndsWholeWhereverTheHubIsKilled(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path home) throws Exception {
        int kills = Integer.getInteger("refund.kills", POINTS.size());
        long seed = Long.getLong("refund.seed", System.nanoTime());
        Random random = new Random(seed);
        // A few kills are at others of the points each time.
        int first = random.nextInt(POINTS.size());
        Path etc = Files.createDirectories(home).resolve("etc");
        SharedHub.configure(etc);
        Files.writeString(etc.resolve("io.switchboard.ecommerce.cfg"), "shop = deadly\nrefund.settle.seconds = 1\n");
        configure(home, "", "");
        List<Case> cases;
        try (HubProcess hub = HubProcess.start(home)) {
            Ecommerce.drop(hub);
            ConnectorJar.drop(hub, "deadly.jar", DeadlyShop.class);
            cases = refundable(awaitShop(hub), kills);
        }
        RefundTable table = new RefundTable();
        for (int kill = 0; kill <= kills; kill++) {
            String point = kill < kills ? POINTS.get((first + kill) % POINTS.size()) : "";
            configure(home, point, kill < kills ? cases.get(kill).customer : "");
            try (HubProcess hub = HubProcess.start(home)) {
                Caller caller = awaitShop(hub);
                if (kill > 0) {
                    long ready = System.nanoTime();
                    Case before = cases.get(kill - 1);
                    String status = finish(caller, before, quote(before, home), "seed " + seed);
                    table.ended(POINTS.get((first + kill - 1) % POINTS.size()), status, System.nanoTime() - ready);
                }
                if (kill < kills) {
                    Case now = cases.get(kill);
                    String quote = offer(caller, now, home);
                    Thread commit = new Thread(() -> askAndDie(caller, now, quote));
                    commit.start();
                    if (point.isEmpty()) {
                        Thread.sleep(random.nextInt(MOST_MILLIS));
                        hub.kill();
                    }
                    hub.awaitEnd();
                    commit.join();
                }
            }
        }
        List<String> credits = Files.readAllLines(home.resolve("credits"));
        Set<String> once = new HashSet<>(credits);
        String told = table.markdown(credits.size() - once.size(), seed);
        System.out.println(told);
        String page = System.getProperty("refund.table", "");
        if (!page.isEmpty()) {
            SoakPage.replace(Path.of(page), "refund", told);
        }
        assertEquals(Map.of("REFUNDED", kills), table.statuses(), () -> "seed " + seed);
        assertEquals(once.size(), credits.size(), () -> "seed " + seed + ": credited twice: " + credits);
    }

    private static void configure(Path home, String point, String customer) throws Exception {
        Files.writeString(
                home.resolve("etc/deadly.cfg"),
                "point = " + point + "\ncustomer = " + customer + "\ncredits = " + home.resolve("credits") + "\n");
    }

    /** Waits until orders can be asked for in the shop that kills. */
    private static Caller awaitShop(HubProcess hub) {
        Drop.awaitStatus(hub, "deadly.jar", "state: running");
        Ecommerce.awaitRunning(hub);
        return hub.chatbot();
    }

    /** Orders that arrived lately, of one customer each. */
    private static List<Case> refundable(Caller caller, int wanted) {
        List<Case> cases = new ArrayList<>();
        for (int customer = 1002; cases.size() < wanted; customer++) {
            for (JsonNode order : caller.get(Ecommerce.API + "C-" + customer + "/orders?status=DELIVERED")
                    .ok()
                    .path("items")) {
                Case found = new Case("C-" + customer, order.path("number").asText());
                if (caller.post(found.path("orders/" + found.number + "/refund-quotes"), "{\"reason\":\"DAMAGED\"}")
                                .status()
                        == 200) {
                    cases.add(found);
                    break;
                }
            }
        }
        return cases;
    }

    private static String offer(Caller caller, Case now, Path home) throws Exception {
        String quote = caller.post(now.path("orders/" + now.number + "/refund-quotes"), "{\"reason\":\"DAMAGED\"}")
                .ok()
                .path("quoteId")
                .asText();
        Files.writeString(home.resolve(now.number), quote);
        return quote;
    }

    private static String quote(Case before, Path home) throws Exception {
        return Files.readString(home.resolve(before.number));
    }

    private static Answer ask(Caller caller, Case now, String quote) {
        return caller.post(now.path("refunds"), "{\"quoteId\":\"" + quote + "\"}", "Idempotency-Key", quote);
    }

    /** It may be answered before the kill, or not. */
    private static void askAndDie(Caller caller, Case now, String quote) {
        try {
            ask(caller, now, quote);
        } catch (UncheckedIOException e) {
            // The hub is gone.
            return;
        }
    }

    /** Asks again as a caller does that got no answer, and waits for the end; what that is. */
    private static String finish(Caller caller, Case before, String quote, String about) {
        Await.until(
                "the refund is known of, " + about,
                () -> ask(caller, before, quote).status() == 200);
        String[] status = {""};
        Await.until("the refund is finished, " + about, () -> {
            JsonNode refund = caller.get(before.path("refunds/" + quote)).ok();
            status[0] = refund.path("status").asText();
            return !status[0].equals("IN_PROGRESS") && refund.has("ticketId");
        });
        JsonNode order = caller.get(before.path("orders/" + before.number)).ok();
        assertEquals(order.path("payment").path("paid"), order.path("payment").path("refunded"), order::toString);
        assertEquals(
                1,
                caller.get(before.path("orders/" + before.number + "/returns"))
                        .ok()
                        .path("returns")
                        .size());
        int tickets = 0;
        for (JsonNode ticket : caller.get(
                        "/api/ticket/v1/customers/" + before.customer + "/tickets?kind=REFUND&limit=200")
                .ok()
                .path("items")) {
            tickets += ticket.path("subject").asText().contains(before.number) ? 1 : 0;
        }
        assertEquals(1, tickets);
        assertTrue(ask(caller, before, quote).header("Idempotency-Replayed").equals("true"));
        return status[0];
    }
}
