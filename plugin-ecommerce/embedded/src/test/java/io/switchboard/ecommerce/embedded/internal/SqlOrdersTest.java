package io.switchboard.ecommerce.embedded.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Money;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.OrderLine;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.ecommerce.spi.RefundBackendContract;
import io.switchboard.ecommerce.spi.Shipment;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import io.switchboard.ecommerce.spi.Stock;
import io.switchboard.sql.Sql;
import io.switchboard.sql.Transactions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlOrdersTest extends RefundBackendContract {
    private static final Address HOME =
            Address.builder("李明轩", "世纪大道100号", "上海市", "CN").build();

    private final AtomicInteger serial = new AtomicInteger();
    private TestStore store;
    private Transactions transactions;
    private OrderBackend backend;

    @BeforeEach
    void open() throws SQLException, IOException {
        store = new TestStore();
        transactions = new Transactions(store.source());
        backend = new SqlOrders(transactions, new ToldEvents(), Clock.systemUTC());
        run(connection -> ProductTable.insert(connection, new Stock(product(), "Lamp", 7, Optional.empty())));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private interface Statement {
        void on(java.sql.Connection connection) throws SQLException;
    }

    private void run(Statement statement) {
        transactions.<Boolean>write(connection -> {
            statement.on(connection);
            return true;
        });
    }

    @Override
    protected OrderBackend backend() {
        return backend;
    }

    @Override
    protected String customer() {
        return "C-1001";
    }

    @Override
    protected String stranger() {
        return "C-1002";
    }

    @Override
    protected String product() {
        return "LAMP-1";
    }

    @Override
    protected String place(String customerId) {
        int number = serial.incrementAndGet();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(number);
        Order order = Order.builder("", "SO" + number, customerId, at, Money.of("95.00", "EUR"))
                .status(OrderStatus.CONFIRMED)
                .lines(List.of(
                        OrderLine.of("", "LAMP-1", "Lamp", 2, Money.of("80.00", "EUR")),
                        OrderLine.of("", "CABLE-1", "Cable", 3, Money.of("15.00", "EUR"))))
                .shipments(List.of(Shipment.builder("", ShipmentStatus.WAITING)
                        .address(Optional.of(HOME))
                        .build()))
                .paid(Money.of("95.00", "EUR"))
                .build();
        run(connection -> OrderTable.insert(connection, order));
        return order.number();
    }

    @Override
    protected void send(String customerId, String number) {
        long id = Long.parseLong(
                backend.findByNumber(customerId, number).orElseThrow().id());
        run(connection -> {
            new Sql("update shop_shipment set status = 'SENT' where order_id = ?")
                    .value(id)
                    .update(connection);
            OrderTable.setStatus(connection, id, OrderStatus.SHIPPED);
            OrderTable.bump(connection, id);
        });
    }

    @Test
    void whoseAnOrderIsIsKnown() {
        Order order = placed();
        assertEquals(Optional.of(customer()), backend.ownerOf(order.id()));
        assertEquals(Optional.of(customer()), backend.ownerOf(order.number()));
    }

    @Test
    void noMoreGoesBackThanWasBoughtAndPaid() {
        Order order = placed();
        OrderLine lamp = order.lines().get(0);
        List<LineQuantity> lamps = List.of(new LineQuantity(lamp.id(), 2));
        Money zero = Money.of("0", "EUR");
        assertConflict(
                OrderBackend.NOT_ALLOWED,
                () -> backend.credit(
                        customer(),
                        order.id(),
                        new NewCredit(lamps, Money.of("95.01", "EUR"), zero, "", Optional.empty()),
                        act()));
        backend.credit(
                customer(),
                order.id(),
                new NewCredit(lamps, Money.of("80.00", "EUR"), zero, "", Optional.empty()),
                act());
        List<LineQuantity> lampAgain = List.of(new LineQuantity(lamp.id(), 1));
        assertConflict(
                OrderBackend.NOT_ALLOWED,
                () -> backend.credit(
                        customer(),
                        order.id(),
                        new NewCredit(lampAgain, Money.of("1.00", "EUR"), zero, "", Optional.empty()),
                        act()));
        backend.openReturn(customer(), order.id(), new NewReturn(lamps, ""), act());
        assertConflict(
                OrderBackend.NOT_ALLOWED,
                () -> backend.openReturn(customer(), order.id(), new NewReturn(lampAgain, ""), act()));
        assertConflict(
                OrderBackend.NOT_ALLOWED,
                () -> backend.openReturn(
                        customer(), order.id(), new NewReturn(List.of(new LineQuantity("999", 1)), ""), act()));
    }

    @Test
    void goodsThatCameBackStayBack() {
        Order order = placed();
        String id = backend.openReturn(
                        customer(),
                        order.id(),
                        new NewReturn(
                                List.of(new LineQuantity(order.lines().get(0).id(), 1)), ""),
                        act())
                .id();
        run(connection -> new Sql("update shop_return set status = 'RECEIVED' where id = ?")
                .value(Long.parseLong(id))
                .update(connection));
        assertConflict(OrderBackend.NOT_ALLOWED, () -> backend.withdrawReturn(customer(), order.id(), id, act()));
        assertTrue(read(order).lines().get(0).returning() == 1);
    }
}
