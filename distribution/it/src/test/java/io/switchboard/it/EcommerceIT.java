package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An industry is dropped into a running hub, and a customer has one visit with it. */
class EcommerceIT {
    private static final String MINE = Ecommerce.API + "me/";
    private static final String CONVERSATION = "Switchboard-Conversation";

    @SuppressWarnings("NullAway.Init")
    private static HubProcess hub;

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        hub = HubProcess.start(home);
        hub.admin().get("/api/ecommerce/v1/products/HDP-700/stock").problem(404, 4005);
        Ecommerce.drop(hub);
        Ecommerce.awaitRunning(hub);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static Caller customer(String id) throws Exception {
        return BoundTokens.bind(hub, hub.chatbot(), id);
    }

    @Test
    void oneStopVisit() throws Exception {
        Caller customer = customer("C-1001");
        JsonNode order =
                customer.get(MINE + "orders/SO100102", CONVERSATION, "visit-1").ok();
        assertEquals("CONFIRMED", order.path("status").asText());
        assertEquals("267.70", order.path("payment").path("paid").path("amount").asText());

        String address =
                "{\"address\":{\"recipient\":\"李明轩\",\"street\":\"徐汇区漕溪北路398号\",\"city\":\"上海市\",\"country\":\"CN\"}}";
        JsonNode moved = customer.post(MINE + "orders/SO100102/address", address, CONVERSATION, "visit-1")
                .ok();
        assertEquals(false, moved.path("redirected").asBoolean(true));

        String cable = order.path("items").path(1).path("itemId").asText();
        JsonNode quote = customer.post(
                        MINE + "orders/SO100102/refund-quotes",
                        "{\"reason\":\"CHANGED_MIND\",\"items\":[{\"itemId\":\"" + cable + "\",\"quantity\":3}]}",
                        CONVERSATION,
                        "visit-1")
                .ok();
        assertEquals("89.70", quote.path("amount").path("amount").asText());
        String commit =
                "{\"quoteId\":\"" + quote.path("quoteId").asText() + "\",\"amount\":" + quote.path("amount") + "}";
        customer.post(MINE + "refunds", commit).problem(400, 4012);
        JsonNode refund = customer.post(MINE + "refunds", commit, "Idempotency-Key", "visit-1", CONVERSATION, "visit-1")
                .ok();
        assertEquals("REFUNDED", refund.path("status").asText(), refund::toString);
        Answer again = customer.post(MINE + "refunds", commit, "Idempotency-Key", "visit-1");
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(refund, again.ok());
        assertEquals(
                "ecommerce/quote-used",
                customer.post(MINE + "refunds", commit, "Idempotency-Key", "visit-2")
                        .problem(409, 4008)
                        .path("reason")
                        .asText());
        assertEquals(
                "89.70",
                customer.get(MINE + "orders/SO100102")
                        .ok()
                        .path("payment")
                        .path("refunded")
                        .path("amount")
                        .asText());
        String ticket = refund.path("ticketId").asText();
        assertTrue(customer.get("/api/ticket/v1/customers/me/tickets/" + ticket)
                .ok()
                .path("subject")
                .asText()
                .contains("SO100102"));
        assertAnothersOrderIsNone(customer("C-1002"), quote.path("quoteId").asText());
    }

    private static void assertAnothersOrderIsNone(Caller other, String quote) {
        other.get(MINE + "orders/SO100102").problem(404, 4004);
        other.get(Ecommerce.API + "C-1001/orders/SO100102").problem(404, 4001);
        other.get(MINE + "refunds/" + quote).problem(404, 4004);
        other.post(MINE + "refunds", "{\"quoteId\":\"" + quote + "\"}", "Idempotency-Key", "theft")
                .problem(404, 4004);
    }

    @Test
    void whatTheShopWouldLetHappenIsRefused() throws Exception {
        Caller customer = customer("C-1001");
        String address = "{\"address\":{\"recipient\":\"X\",\"street\":\"Y 1\",\"city\":\"Z\",\"country\":\"CN\"}}";
        customer.post(MINE + "orders/SO100103/address", address).problem(409, 4008);
        customer.post(MINE + "orders/SO100101/cancel", "{}", "Idempotency-Key", "late")
                .problem(409, 4008);
        JsonNode order = customer.get(MINE + "orders/SO100103").ok();
        String item = order.path("items").path(0).path("itemId").asText();
        String twice = "{\"reason\":\"DAMAGED\",\"items\":[{\"itemId\":\"" + item + "\",\"quantity\":2}]}";
        customer.post(MINE + "orders/SO100103/refund-quotes", twice).problem(422, 4020);
    }

    @Test
    void whatHappensIsToldToWhomItConcerns() throws Exception {
        Caller customer = customer("C-1001");
        Caller other = customer("C-1002");
        Caller program = hub.chatbot();
        String othersPlace = place(other);
        String programsPlace = place(program);
        try (EventStream stream = EventStream.open(hub, customer, "ecommerce.*", "")) {
            customer.post(MINE + "orders/SO100105/cancel", "{}", "Idempotency-Key", "told")
                    .ok();
            JsonNode cancelled = stream.event();
            assertEquals(
                    "ecommerce.v1.order.status.changed", cancelled.path("type").asText());
            assertEquals("C-1001", cancelled.path("customer").asText());
            assertEquals("SO100105", cancelled.path("data").path("number").asText());
            assertEquals("CANCELLED", cancelled.path("data").path("status").asText());
            JsonNode shipment = stream.event();
            assertEquals(
                    "ecommerce.v1.shipment.status.changed",
                    shipment.path("type").asText());
        }
        JsonNode stock = program.get("/api/events?types=ecommerce.v1.stock.changed&after=" + programsPlace)
                .ok()
                .path("events");
        assertEquals(1, stock.size());
        assertTrue(stock.path(0).path("customer").isMissingNode(), "stock is about nobody");
        assertEquals("SPK-200", stock.path(0).path("data").path("sku").asText());
        assertEquals(39, stock.path(0).path("data").path("available").asInt());
        JsonNode others =
                other.get("/api/events?types=ecommerce.*&after=" + othersPlace).ok();
        assertEquals(0, others.path("events").size());
    }

    private static String place(Caller caller) {
        return caller.get("/api/events?after=now").ok().path("next").asText();
    }

    @Test
    void goodsComeBackWithoutARefund() throws Exception {
        Caller customer = customer("C-1001");
        String repair = "{\"reason\":\"DAMAGED\",\"wish\":\"REPAIR\"}";
        String returns = MINE + "orders/SO100104/returns";
        JsonNode back =
                customer.post(returns, repair, "Idempotency-Key", "back-1").ok();
        assertEquals("ANNOUNCED", back.path("status").asText());
        assertEquals(
                back,
                customer.post(returns, repair, "Idempotency-Key", "back-1").ok());
        assertEquals(
                "ecommerce/none-left",
                customer.post(returns, repair, "Idempotency-Key", "back-2")
                        .problem(422, 4020)
                        .path("reason")
                        .asText());
        String withdrawal = returns + "/" + Attempts.encoded(back.path("id").asText()) + "/withdrawal";
        customer("C-1002").post(withdrawal, "{}").problem(404, 4004);
        assertEquals(
                "WITHDRAWN", customer.post(withdrawal, "{}").ok().path("status").asText());
    }

    @Test
    void refundsThatWaitForAPersonAreForStaff() throws Exception {
        String waiting = "/api/ecommerce/v1/refunds/waiting";
        assertEquals(0, hub.admin().get(waiting).ok().path("items").size());
        hub.chatbot().get(waiting).problem(403, 4016);
        hub.admin()
                .post(
                        "/api/ecommerce/v1/refunds/none/settlement",
                        "{\"outcome\":\"ABANDONED\"}",
                        "Idempotency-Key",
                        "settle-none")
                .problem(404, 4004);
    }

    @Test
    void itGoesAndComesBackWithItsFile() throws Exception {
        Path file = hub.home().resolve("deploy/ecommerce.zip");
        Files.delete(file);
        Caller admin = hub.admin();
        String stock = "/api/ecommerce/v1/products/HDP-700/stock";
        Await.until("the operations are gone", () -> admin.get(stock).status() == 404);
        assertEquals(200, admin.get("/api/crm/v1/customers/C-1001").status());
        assertNotEquals(true, admin.get("/api/openapi.json").body().contains("/api/ecommerce/"));
        Ecommerce.drop(hub);
        Ecommerce.awaitRunning(hub);
        assertEquals(12, admin.get(stock).ok().path("available").asInt());
    }
}
