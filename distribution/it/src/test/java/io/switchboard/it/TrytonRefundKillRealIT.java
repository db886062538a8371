package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hub's process is gone in the middle of a refund whose money and goods are in a real Tryton: before each of its writes, after each, and
 * at moments of chance. After the next start the customer asks again with the same key; in the end Tryton itself shows one credit note, of
 * what was agreed, and one return.
 */
class TrytonRefundKillRealIT {
    private static final String SALE = "model.sale.sale.";
    private static final String INVOICE = "model.account.invoice.";
    private static final DeadlyWire.Point BY_CHANCE = new DeadlyWire.Point("", "", false);
    /** The first four are those of a short run. */
    private static final List<DeadlyWire.Point> POINTS = List.of(
            new DeadlyWire.Point(SALE + "write", "invoices_ignored", true),
            new DeadlyWire.Point(INVOICE + "post", "", true),
            new DeadlyWire.Point(INVOICE + "post", "", false),
            new DeadlyWire.Point(SALE + "create", "", true),
            BY_CHANCE,
            new DeadlyWire.Point(SALE + "quote", "", true),
            new DeadlyWire.Point(INVOICE + "write", "", true),
            new DeadlyWire.Point(INVOICE + "write", "", false),
            new DeadlyWire.Point(SALE + "write", "invoices_ignored", false),
            new DeadlyWire.Point(SALE + "write", "\"reference\"", true),
            new DeadlyWire.Point(SALE + "write", "\"reference\"", false),
            new DeadlyWire.Point(SALE + "quote", "", false),
            new DeadlyWire.Point(SALE + "create", "", false),
            BY_CHANCE);
    /** A kill of chance comes between the request and this time after it, in which a refund is done as a rule. */
    private static final int MOST_MILLIS = 1500;

    private static final String REASON = "{\"reason\":\"DAMAGED\"}";

    @Test
    void trytonShowsOneCreditNoteWhereverTheHubIsKilled(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path home)
            throws Exception {
        int kills = Integer.getInteger("refund.tryton.kills", 2);
        long seed = Long.getLong("refund.seed", System.nanoTime());
        Random random = new Random(seed);
        RealSystem tryton = RealSystem.named("tryton");
        TrytonShop shop = new TrytonShop(tryton);
        List<TrytonShop.Sale> sales = new ArrayList<>();
        List<String> quotes = new ArrayList<>();
        try (DeadlyWire wire = new DeadlyWire(tryton.property("address"))) {
            TrytonHub.configure(home, tryton, wire.address());
            for (int kill = 0; kill <= kills; kill++) {
                TrytonShop.Sale sale = shop.sell(shop.customer());
                shop.send(sale, 5);
                sales.add(sale);
                try (HubProcess hub = HubProcess.start(home)) {
                    TrytonHub.awaitShop(hub, sale);
                    if (kill > 0) {
                        finish(hub.chatbot(), sales.get(kill - 1), quotes.get(kill - 1), "seed " + seed);
                    }
                    if (kill < kills) {
                        quotes.add(hub.chatbot()
                                .post(TrytonHub.order(sale) + "/refund-quotes", REASON)
                                .ok()
                                .path("quoteId")
                                .asText());
                        kill(hub, wire, POINTS.get(kill % POINTS.size()), sale, quotes.get(kill), random);
                    }
                }
            }
        }
        for (int kill = 0; kill < kills; kill++) {
            String about = POINTS.get(kill % POINTS.size()) + ", seed " + seed;
            assertEquals(List.of("posted -" + TrytonShop.PRICE), shop.creditNotes(sales.get(kill)), about);
            assertEquals(List.of("quotation"), shop.returns(sales.get(kill)), about);
        }
        System.out.println(
                "killed " + kills + " times, seed " + seed + ": each time one credit note in Tryton, and one return");
    }

    private static void kill(
            HubProcess hub, DeadlyWire wire, DeadlyWire.Point point, TrytonShop.Sale sale, String quote, Random random)
            throws InterruptedException {
        Caller caller = hub.chatbot();
        Runnable end = () -> {
            try {
                hub.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        Thread commit = new Thread(() -> askAndDie(caller, sale, quote));
        if (point.equals(BY_CHANCE)) {
            commit.start();
            Thread.sleep(random.nextInt(MOST_MILLIS));
            end.run();
        } else {
            wire.arm(point, end);
            commit.start();
        }
        hub.awaitEnd();
        commit.join();
    }

    private static Answer ask(Caller caller, TrytonShop.Sale sale, String quote) {
        return caller.post(
                TrytonHub.customer(sale) + "refunds", "{\"quoteId\":\"" + quote + "\"}", "Idempotency-Key", quote);
    }

    /** It may be answered before the kill, or not. */
    private static void askAndDie(Caller caller, TrytonShop.Sale sale, String quote) {
        try {
            ask(caller, sale, quote);
        } catch (UncheckedIOException e) {
            // The hub is gone.
            return;
        }
    }

    /** Asks again as a caller does that got no answer, and waits for the end. */
    private static void finish(Caller caller, TrytonShop.Sale sale, String quote, String about) {
        Await.until(
                "the refund is known of, " + about,
                () -> ask(caller, sale, quote).status() == 200);
        Await.until("the refund is finished, " + about, () -> {
            JsonNode refund =
                    caller.get(TrytonHub.customer(sale) + "refunds/" + quote).ok();
            return refund.path("status").asText().equals("REFUNDED") && refund.has("ticketId");
        });
        JsonNode payment = caller.get(TrytonHub.order(sale)).ok().path("payment");
        assertEquals(payment.path("paid"), payment.path("refunded"), about);
        assertEquals(1, TrytonHub.tickets(caller, sale), about);
    }
}
