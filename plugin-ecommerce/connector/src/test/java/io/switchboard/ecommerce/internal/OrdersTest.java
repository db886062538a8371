package io.switchboard.ecommerce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.testkit.Answer;
import io.switchboard.connector.testkit.Asking;
import io.switchboard.connector.testkit.FakeHub;
import io.switchboard.connector.testkit.Someone;
import io.switchboard.ecommerce.internal.backend.CarrierNames;
import io.switchboard.ecommerce.internal.backend.Carriers;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static final String ADDRESS = "{'recipient': '王芳', 'street': '漕溪北路398号', 'city': '上海市', 'country': 'CN'}";

    private final Setup setup = new Setup();
    private final FakeHub hub = FakeHub.with(setup.clock, setup.connector);

    @AfterEach
    void close() {
        hub.close();
        setup.close();
    }

    private Asking customer() {
        return hub.as(Someone.customer(Setup.CUSTOMER));
    }

    private JsonNode order(String order) {
        return customer().call("order.get", "{'order': '" + order + "'}").json();
    }

    private Answer move(String order) {
        return customer().call("address.change", "{'order': '" + order + "', 'address': " + ADDRESS + "}");
    }

    private Answer cancel(String order) {
        return customer().key("cancel-" + order).call("order.cancel", "{'order': '" + order + "'}");
    }

    @Test
    void orderIsFoundByItsNumberAndByItsId() {
        JsonNode order = order(Setup.IN_TRANSIT);
        assertEquals("SHIPPED", order.path("status").asText());
        assertEquals("PAID", order.path("payment").path("status").asText());
        assertFalse(order.path("notSent").asBoolean());
        JsonNode tracking = order.path("shipments").path(0).path("tracking");
        assertEquals("IN_TRANSIT", tracking.path("status").asText());
        assertEquals(2, tracking.path("steps").size());
        assertTrue(order.path("id").asText().startsWith("embedded~"));
        assertEquals(order, order(order.path("id").asText()));
    }

    @Test
    void orderIsToldWithoutACarrier() {
        Order order = setup.order(Setup.IN_TRANSIT);
        assertTrue(new Carriers(new CarrierNames("nobody", Map.of()))
                .track(order.shipments().get(0), Duration.ofSeconds(4))
                .isEmpty());
    }

    @Test
    void anothersOrderIsAsOneThatDoesNotExist() {
        Asking other = hub.as(Someone.customer("C-1002"));
        for (String name : new String[] {
            Setup.NOT_SENT, "embedded~" + setup.order(Setup.NOT_SENT).id(), "SO999"
        }) {
            Answer answer = other.call("order.get", "{'order': '" + name + "'}");
            assertEquals(ErrorCode.NOT_FOUND, answer.code());
            assertEquals(
                    ErrorCode.NOT_FOUND,
                    other.call("address.change", "{'order': '" + name + "', 'address': " + ADDRESS + "}")
                            .code());
            assertEquals(
                    ErrorCode.NOT_FOUND,
                    other.call("refund.preview", "{'order': '" + name + "', 'reason': 'DAMAGED'}")
                            .code());
        }
    }

    @Test
    void ordersAreListedByState() {
        JsonNode all = customer().call("order.list", "{}").json();
        assertEquals(5, all.path("items").size());
        JsonNode unpaid = customer().call("order.list", "{'status': 'PLACED'}").json();
        assertEquals(Setup.NOT_PAID, unpaid.path("items").path(0).path("number").asText());
        assertEquals(1, unpaid.path("items").size());
        JsonNode first = customer().call("order.list", "{'limit': 2}").json();
        JsonNode second = customer()
                .call(
                        "order.list",
                        "{'limit': 2, 'cursor': '" + first.path("next").asText() + "'}")
                .json();
        assertEquals(all.path("items").path(2), second.path("items").path(0));
    }

    @Test
    void stockIsEverybodysToAsk() {
        Asking anybody = hub.as(Someone.unboundChatbot());
        assertEquals(
                12,
                anybody.call("stock.get", "{'sku': 'HDP-700'}")
                        .json()
                        .path("available")
                        .asInt());
        assertTrue(anybody.call("stock.get", "{'sku': 'TAB-011'}").json().has("expected"));
        assertEquals(
                ErrorCode.NOT_FOUND,
                anybody.call("stock.get", "{'sku': 'no-such'}").code());
    }

    @Test
    void addressOfWhatIsNotSentChangesAtTheShop() {
        JsonNode changed = move(Setup.NOT_SENT).json();
        assertFalse(changed.path("redirected").asBoolean());
        assertEquals(
                "漕溪北路398号",
                setup.order(Setup.NOT_SENT)
                        .shipments()
                        .get(0)
                        .address()
                        .orElseThrow()
                        .street());
    }

    @Test
    void parcelOnItsWayIsRedirectedByTheCarrier() {
        assertTrue(move(Setup.IN_TRANSIT).json().path("redirected").asBoolean());
        assertEquals(
                3, setup.shop.parcels().track("SF100101").orElseThrow().steps().size());
        assertEquals(
                "世纪大道100号8栋1602室",
                setup.order(Setup.IN_TRANSIT)
                        .shipments()
                        .get(0)
                        .address()
                        .orElseThrow()
                        .street()
                        .replace("浦东新区", ""));
    }

    @Test
    void addressIsFixedOnceTheCarrierSaysSo() {
        setup.shop.holdParcels();
        assertEquals("ecommerce/dispatched", move(Setup.IN_TRANSIT).reason());
        assertEquals("ecommerce/arrived", move(Setup.ARRIVED).reason());
    }

    @Test
    void dispatchInBetweenIsNoticed() {
        setup.shop.holdParcels();
        setup.orders.beforeChange(() -> setup.shop.send(setup.order(Setup.NOT_SENT)));
        assertEquals("ecommerce/dispatched", move(Setup.NOT_SENT).reason());
        setup.orders.beforeChange(() -> setup.shop.send(setup.order(Setup.NOT_PAID)));
        assertEquals("ecommerce/dispatched", cancel(Setup.NOT_PAID).reason());
    }

    @Test
    void orderIsCancelledWhileItIsNotSent() {
        assertEquals("CANCELLED", cancel(Setup.NOT_SENT).json().path("status").asText());
        assertEquals(OrderStatus.CANCELLED, setup.order(Setup.NOT_SENT).status());
        assertTrue(cancel(Setup.NOT_SENT).replayed());
        assertEquals(
                "ecommerce/cancelled",
                customer()
                        .key("again")
                        .call("order.cancel", "{'order': '" + Setup.NOT_SENT + "'}")
                        .reason());
        assertEquals("ecommerce/cancelled", move(Setup.NOT_SENT).reason());
        assertEquals("ecommerce/dispatched", cancel(Setup.IN_TRANSIT).reason());
    }
}
