package io.switchboard.ecommerce.embedded.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.Money;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.sql.Transactions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each change is told once and with the change, to the customer's own readers; stock is about nobody. */
class ShopTellsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
    private static final String CUSTOMER = "C-1001";
    private static final Address ELSEWHERE =
            Address.builder("李明轩", "漕溪北路398号", "上海市", "CN").build();

    private TestStore store;
    private OrderBackend orders;
    private SqlParcels parcels;

    @BeforeEach
    void open() throws SQLException, IOException {
        store = new TestStore();
        Transactions transactions = new Transactions(store.source());
        Demo.fill(transactions, CLOCK);
        orders = new SqlOrders(transactions, new ToldEvents(), CLOCK);
        parcels = new SqlParcels(transactions, new ToldEvents(), CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Order order(String number) {
        return orders.findByNumber(CUSTOMER, number).orElseThrow();
    }

    private static Act act(String name) {
        return new Act(name, "tests", Optional.empty());
    }

    private List<String> told() throws SQLException {
        return ToldEvents.in(store.source());
    }

    private static String about(Order order) {
        return " C-1001 embedded~" + order.id() + " " + order.number();
    }

    @Test
    void whatWasThereBeforeIsNotTold() throws SQLException {
        assertEquals(List.of(), told());
    }

    @Test
    void changedAddressIsToldWithoutIt() throws SQLException {
        Order order = order("SO100102");
        orders.changeAddress(CUSTOMER, order.id(), order.version(), ELSEWHERE, act("a"));
        orders.changeAddress(CUSTOMER, order.id(), order.version(), ELSEWHERE, act("a"));
        assertThrows(
                ConnectorException.class,
                () -> orders.changeAddress(CUSTOMER, order.id(), order.version(), ELSEWHERE, act("stale")));
        assertEquals(List.of("ecommerce.v1.order.address.changed" + about(order)), told());
    }

    @Test
    void cancelledOrderIsToldWithItsShipmentAndTheStock() throws SQLException {
        Order order = order("SO100102");
        int covers = orders.stock("CVR-110").orElseThrow().available();
        orders.cancel(CUSTOMER, order.id(), order.version(), "twice", act("c"));
        String shipment = order.shipments().get(0).id();
        assertEquals(
                List.of(
                        "ecommerce.v1.stock.changed - CBL-001 1453",
                        "ecommerce.v1.stock.changed - CVR-110 " + (covers + 2),
                        "ecommerce.v1.order.status.changed" + about(order) + " CONFIRMED CANCELLED",
                        "ecommerce.v1.shipment.status.changed" + about(order) + " embedded~" + shipment
                                + " CANCELLED 顺丰速运 WAITING"),
                told());
        assertEquals(covers + 2, orders.stock("CVR-110").orElseThrow().available());
    }

    @Test
    void goodsAndMoneyThatGoBackAreTold() throws SQLException {
        Order order = order("SO100103");
        List<LineQuantity> one = List.of(new LineQuantity(order.lines().get(1).id(), 1));
        String id = orders.openReturn(CUSTOMER, order.id(), new NewReturn(one, "broken"), act("r"))
                .id();
        orders.openReturn(CUSTOMER, order.id(), new NewReturn(one, "broken"), act("r"));
        NewCredit back = new NewCredit(one, Money.of("29.90", "CNY"), Money.of("0", "CNY"), "broken", Optional.of(id));
        String note = orders.credit(CUSTOMER, order.id(), back, act("m")).id();
        orders.credit(CUSTOMER, order.id(), back, act("m"));
        orders.withdrawReturn(CUSTOMER, order.id(), id, act("w"));
        orders.withdrawReturn(CUSTOMER, order.id(), id, act("w"));
        assertEquals(
                List.of(
                        "ecommerce.v1.return.announced" + about(order) + " embedded~" + id + " ANNOUNCED",
                        "ecommerce.v1.order.credited" + about(order) + " embedded~" + note + " 29.90 CNY",
                        "ecommerce.v1.return.status.changed" + about(order) + " embedded~" + id
                                + " ANNOUNCED WITHDRAWN"),
                told());
    }

    @Test
    void redirectedParcelIsToldToWhoeverOrderedIt() throws SQLException {
        parcels.redirect("SF100101", ELSEWHERE, act("p"));
        parcels.redirect("SF100101", ELSEWHERE, act("p"));
        assertEquals(List.of("ecommerce.v1.parcel.redirected" + about(order("SO100101")) + " SF100101"), told());
    }

    @Test
    void nothingChangesThatIsNotTold() throws SQLException {
        Order order = order("SO100102");
        try (Connection connection = store.source().getConnection()) {
            connection.createStatement().execute("alter table told rename to gone");
        }
        assertThrows(
                ConnectorException.class,
                () -> orders.cancel(CUSTOMER, order.id(), order.version(), "twice", act("c")));
        assertEquals(order, order("SO100102"));
        assertTrue(orders.stock("CVR-110").orElseThrow().available() == 260);
    }
}
