package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is given a real Tryton as its shop while it runs: what callers see, and what a person at Tryton's own client sees. */
@Timeout(120)
class TrytonShopRealIT {
    private static final String WANG = Ecommerce.API + "C-1001/orders/";
    private static final String ZHAO = Ecommerce.API + "C-1002/orders/";
    private static final String ADDRESS =
            "{\"address\":{\"recipient\":\"赵建国\",\"phone\":\"13800001002\",\"street\":\"天河路 385"
                    + " 号\",\"city\":\"广州市\",\"country\":\"CN\"}}";

    @TempDir
    static Path home = Path.of("");

    private static RealSystem tryton;
    private static TrytonRpc person;
    private static HubProcess hub;
    private static Caller chatbot;

    @BeforeAll
    static void connect() throws Exception {
        tryton = RealSystem.named("tryton");
        person = TrytonRpc.signIn(tryton, tryton.property("login"), tryton.property("password"));
        hub = HubProcess.start(home.resolve("hub"));
        chatbot = hub.chatbot();
        write("io.switchboard.ecommerce.tryton~tryton.cfg", """
            endpoints = %s
            database = %s
            login = %s
            .login.password = %s
            """.formatted(
                        tryton.property("address"),
                        tryton.property("database"),
                        tryton.property("login"),
                        tryton.property("password")));
        write("io.switchboard.ecommerce.cfg", "shop = tryton\ncarrier = tryton\n");
        Ecommerce.drop(hub);
        Drop.awaitStatus(hub, "ecommerce.zip", "state: running");
        Await.until("orders come from Tryton", () -> hub.admin().get(WANG + "2").status() == 200);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static void write(String file, String text) throws IOException {
        Files.writeString(hub.home().resolve("etc").resolve(file), text);
    }

    /** The number of a new order of a lamp, confirmed, for C-1002. */
    private static String place() throws Exception {
        JsonNode party = only("party.party", List.of("code", "=", "C-1002"), "addresses");
        long address = party.path("addresses").path(0).asLong();
        JsonNode lamp = only("product.product", List.of("code", "=", "LANTERN"), "default_uom");
        Map<String, Object> line = Map.of(
                "product", lamp.path("id").asLong(),
                "quantity", 1.0,
                "unit", lamp.path("default_uom").asLong(),
                "unit_price", Map.of("__class__", "Decimal", "decimal", "299.00"));
        Map<String, Object> sale = Map.of(
                "party",
                party.path("id").asLong(),
                "invoice_address",
                address,
                "shipment_address",
                address,
                "invoice_method",
                "order",
                "lines",
                List.of(List.of("create", List.of(line))));
        List<Long> id =
                List.of(person.call("sale.sale.create", List.of(sale)).path(0).asLong());
        person.call("sale.sale.quote", id);
        person.call("sale.sale.confirm", id);
        return only("sale.sale", List.of("id", "=", id.get(0)), "number")
                .path("number")
                .asText();
    }

    private static JsonNode only(String model, List<Object> clause, String... fields) throws Exception {
        return person.call(model + ".search_read", List.of(clause), 0, 1, List.of(), List.of(fields))
                .path(0);
    }

    /** The shipment of an order, as Tryton has it. */
    private static JsonNode shipment(String number) throws Exception {
        return only(
                "sale.sale",
                List.of("number", "=", number),
                "shipments.state",
                "shipments.delivery_address.full_address");
    }

    @Test
    void anOrderIsTheSale() {
        JsonNode order = chatbot.get(WANG + "2").ok();
        assertEquals("SHIPPED", order.path("status").asText());
        assertEquals("145.77", order.path("payment").path("paid").path("amount").asText());
        assertEquals("KETTLE", order.path("items").path(0).path("sku").asText());
        JsonNode shipment = order.path("shipments").path(0);
        assertEquals("SENT", shipment.path("status").asText());
        assertEquals(2, shipment.path("tracking").path("steps").size(), shipment::toString);
        assertTrue(order.path("id").asText().startsWith("tryton~"));
        JsonNode stock = chatbot.get("/api/ecommerce/v1/products/LANTERN/stock").ok();
        assertTrue(stock.path("available").asInt() > 0, stock::toString);
    }

    @Test
    void anotherCustomersOrderIsNone() {
        chatbot.get(ZHAO + "2").problem(404, 4004);
        chatbot.post(ZHAO + "2/cancel", "{}", "Idempotency-Key", "other-" + System.nanoTime())
                .problem(404, 4004);
    }

    @Test
    void whatWasSentKeepsItsAddress() throws Exception {
        JsonNode before = shipment("2");
        assertEquals(
                "ecommerce/dispatched",
                chatbot.post(WANG + "2/address", ADDRESS)
                        .problem(409, 4008)
                        .path("reason")
                        .asText());
        assertEquals(before, shipment("2"));
    }

    @Test
    void theWarehouseSeesTheNewAddress() throws Exception {
        String number = place();
        String key = "address-" + number + System.nanoTime();
        for (int i = 0; i < 2; i++) {
            JsonNode moved = chatbot.post(ZHAO + number + "/address", ADDRESS, "Idempotency-Key", key)
                    .ok();
            assertEquals(false, moved.path("redirected").asBoolean(true));
        }
        String label = shipment(number)
                .path("shipments.")
                .path(0)
                .path("delivery_address.")
                .path("full_address")
                .asText();
        assertTrue(label.contains("天河路 385 号") && label.contains("Tel. 13800001002"), label);
        long sale = only("sale.sale", List.of("number", "=", number), "id")
                .path("id")
                .asLong();
        JsonNode notes = person.call(
                "ir.note.search_read",
                List.of(List.of("resource", "=", "sale.sale," + sale)),
                0,
                10,
                List.of(),
                List.of("message"));
        assertEquals(1, notes.size(), notes::toString);
    }

    @Test
    void whatIsCalledOffIsNotSent() throws Exception {
        String number = place();
        String key = "cancel-" + number + System.nanoTime();
        for (int i = 0; i < 2; i++) {
            JsonNode order = chatbot.post(ZHAO + number + "/cancel", "{}", "Idempotency-Key", key)
                    .ok();
            assertEquals("CANCELLED", order.path("status").asText());
        }
        assertEquals(
                "cancelled",
                shipment(number).path("shipments.").path(0).path("state").asText());
        assertEquals(
                "ecommerce/cancelled",
                chatbot.post(ZHAO + number + "/cancel", "{}", "Idempotency-Key", key + "again")
                        .problem(409, 4008)
                        .path("reason")
                        .asText());
    }

    /** A new order that whoever listens has heard of: what was placed before the hub asked for the first time is not told. */
    private static String placeUntilTold() throws Exception {
        String start =
                hub.admin().get("/api/events?after=now").ok().path("next").asText();
        for (int attempt = 0; attempt < 5; attempt++) {
            String number = place();
            Instant end = Instant.now().plusSeconds(12);
            while (Instant.now().isBefore(end)) {
                for (JsonNode told : hub.admin()
                        .get("/api/events?types=ecommerce.v1.order.placed&limit=1000&after=" + start)
                        .ok()
                        .path("events")) {
                    if (told.path("data").path("number").asText().equals(number)) {
                        return number;
                    }
                }
            }
        }
        throw new AssertionError("nothing is told of new orders");
    }

    @Test
    void whoListensHearsThatItWasSent() throws Exception {
        String number = placeUntilTold();
        Caller customer = BoundTokens.bind(hub, chatbot, "C-1002");
        TrytonRpc warehouse = TrytonRpc.signIn(tryton, "admin", tryton.property("admin_password"));
        long shipment = only("sale.sale", List.of("number", "=", number), "shipments")
                .path("shipments")
                .path(0)
                .asLong();
        try (EventStream stream = EventStream.open(hub, customer, "ecommerce.v1.*", "")) {
            for (String button : List.of("assign_try", "pick", "pack", "done")) {
                warehouse.call("stock.shipment.out." + button, List.of(shipment));
            }
            JsonNode event = stream.event();
            while (!event.path("data").path("status").asText().equals("SHIPPED")
                    || !event.path("data").path("number").asText().equals(number)) {
                event = stream.event();
            }
            assertEquals("ecommerce.v1.order.status.changed", event.path("type").asText());
            assertEquals("C-1002", event.path("customer").asText());
            JsonNode sent = stream.event();
            while (!sent.path("data").path("status").asText().equals("SENT")) {
                sent = stream.event();
            }
            assertEquals(number, sent.path("data").path("number").asText());
        }
    }

    @Test
    void theCheckFindsWhatOrdersNeed() {
        String found = hub.admin().get("/api/backends/check").ok().toString();
        assertTrue(found.contains("It may read orders.") && found.contains("It may make addresses and notes."), found);
    }
}
