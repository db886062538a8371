package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.event.EventPublisher;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.CreditNote;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.OrderLine;
import io.switchboard.ecommerce.spi.OrderQuery;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.ecommerce.spi.ReturnStatus;
import io.switchboard.ecommerce.spi.ShopEvents;
import io.switchboard.ecommerce.spi.Stock;
import io.switchboard.sql.Transactions;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A shop in a database of the hub. Writes to one order queue up at its row's lock; each is one transaction. */
@Component(service = OrderBackend.class, property = OrderBackend.INSTANCE + "=" + SqlOrders.INSTANCE_NAME)
public final class SqlOrders implements OrderBackend {
    static final String INSTANCE_NAME = "embedded";

    private static final String DEMO = "switchboard.demo";
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    /** No row has it. */
    private static final long NO_ID = 0;

    private final Transactions transactions;
    private final Telling telling;
    private final Clock clock;

    /** On the bundle's own schema, which the store has brought up to date. */
    @Activate
    public SqlOrders(@Reference DataSource source, @Reference EventPublisher events, BundleContext context) {
        this(new Transactions(source), events, Clock.systemUTC());
        if (Boolean.parseBoolean(context.getProperty(DEMO))) {
            Demo.fill(transactions, clock);
        }
    }

    SqlOrders(Transactions transactions, EventPublisher events, Clock clock) {
        this.transactions = transactions;
        telling = new Telling(events);
        this.clock = clock;
    }

    @Override
    public Optional<Order> get(String customerId, String orderId) {
        return transactions.read(connection -> OrderTable.find(connection, customerId, number(orderId)));
    }

    @Override
    public Optional<Order> findByNumber(String customerId, String number) {
        return transactions.read(connection -> OrderTable.findByNumber(connection, customerId, number));
    }

    @Override
    public Page<Order> list(OrderQuery query) {
        return transactions.read(connection -> OrderTable.list(connection, query));
    }

    @Override
    public Optional<Stock> stock(String sku) {
        return transactions.read(connection -> ProductTable.find(connection, sku));
    }

    @Override
    public Order changeAddress(String customerId, String orderId, String expectedVersion, Address address, Act act) {
        long id = number(orderId);
        return change(customerId, id, expectedVersion, act, (connection, order) -> {
            ShipmentTable.setAddress(connection, id, address);
            telling.tell(connection, ShopEvents.addressChanged(INSTANCE_NAME, order, now()));
        });
    }

    @Override
    public Order cancel(String customerId, String orderId, String expectedVersion, String reason, Act act) {
        long id = number(orderId);
        return change(customerId, id, expectedVersion, act, (connection, order) -> {
            ShipmentTable.cancel(connection, id);
            OrderTable.setStatus(connection, id, OrderStatus.CANCELLED);
            giveBack(connection, order);
        });
    }

    @Override
    public boolean changed(String customerId, String orderId, String correlationId) {
        return transactions.read(
                connection -> OrderTable.hasChange(connection, customerId, number(orderId), correlationId));
    }

    @Override
    public GoodsReturn openReturn(String customerId, String orderId, NewReturn wanted, Act act) {
        long id = number(orderId);
        return transactions.write(connection -> {
            Order order = lock(connection, customerId, id);
            Optional<GoodsReturn> before = ReturnTable.find(connection, customerId, id, act.correlationId());
            if (before.isPresent()) {
                return before.get();
            }
            refuseUnless(fits(order, wanted.lines(), OrderLine::returning));
            ReturnTable.insert(connection, id, wanted, act.correlationId(), now());
            OrderTable.bump(connection, id);
            GoodsReturn made = ReturnTable.find(connection, customerId, id, act.correlationId())
                    .orElseThrow();
            telling.tell(connection, ShopEvents.returnAnnounced(INSTANCE_NAME, order, made));
            return made;
        });
    }

    @Override
    public Optional<GoodsReturn> findReturn(String customerId, String orderId, String correlationId) {
        return transactions.read(
                connection -> ReturnTable.find(connection, customerId, number(orderId), correlationId));
    }

    @Override
    public GoodsReturn withdrawReturn(String customerId, String orderId, String returnId, Act act) {
        long id = number(orderId);
        return transactions.write(connection -> {
            Order order = lock(connection, customerId, id);
            GoodsReturn found = ReturnTable.find(connection, customerId, id, number(returnId))
                    .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
            refuseUnless(found.status() != ReturnStatus.RECEIVED);
            if (found.status() == ReturnStatus.WITHDRAWN) {
                return found;
            }
            ReturnTable.withdraw(connection, number(returnId));
            OrderTable.bump(connection, id);
            GoodsReturn after = ReturnTable.find(connection, customerId, id, number(returnId))
                    .orElseThrow();
            telling.tell(
                    connection, ShopEvents.returnStatusChanged(INSTANCE_NAME, order, after, found.status(), now()));
            return after;
        });
    }

    @Override
    public List<GoodsReturn> returns(String customerId, String orderId) {
        return transactions.read(connection -> ReturnTable.list(connection, customerId, number(orderId)));
    }

    @Override
    public CreditNote credit(String customerId, String orderId, NewCredit wanted, Act act) {
        long id = number(orderId);
        return transactions.write(connection -> {
            Order order = lock(connection, customerId, id);
            Optional<CreditNote> before = CreditTable.find(connection, customerId, id, act.correlationId());
            if (before.isPresent()) {
                return before.get();
            }
            BigDecimal after = order.refunded().amount().add(wanted.amount().amount());
            refuseUnless(fits(order, wanted.lines(), OrderLine::refunded)
                    && after.compareTo(order.paid().amount()) <= 0);
            CreditTable.insert(connection, id, wanted, act.correlationId(), now());
            OrderTable.bump(connection, id);
            CreditNote made = CreditTable.find(connection, customerId, id, act.correlationId())
                    .orElseThrow();
            telling.tell(connection, ShopEvents.credited(INSTANCE_NAME, order, made));
            return made;
        });
    }

    @Override
    public Optional<CreditNote> findCredit(String customerId, String orderId, String correlationId) {
        return transactions.read(
                connection -> CreditTable.find(connection, customerId, number(orderId), correlationId));
    }

    @Override
    public Optional<CreditNote> creditNote(String customerId, String orderId, String creditId) {
        return transactions.read(
                connection -> CreditTable.find(connection, customerId, number(orderId), number(creditId)));
    }

    @Override
    public Optional<String> ownerOf(String orderOrNumber) {
        return transactions.read(connection -> OrderTable.owner(connection, number(orderOrNumber), orderOrNumber));
    }

    private interface Step {
        void take(Connection connection, Order order) throws SQLException;
    }

    private Order change(String customerId, long id, String expectedVersion, Act act, Step step) {
        return transactions.write(connection -> {
            Order order = lock(connection, customerId, id);
            if (OrderTable.hasChange(connection, customerId, id, act.correlationId())) {
                return order;
            }
            if (!order.version().equals(expectedVersion)) {
                throw ConnectorException.of(ErrorCode.CONFLICT, STALE);
            }
            step.take(connection, order);
            OrderTable.insertChange(connection, id, act.correlationId());
            OrderTable.bump(connection, id);
            Order after = OrderTable.find(connection, customerId, id).orElseThrow();
            telling.tell(connection, ShopEvents.between(INSTANCE_NAME, order, after, now()));
            return after;
        });
    }

    /** What will not be sent can be sold again. */
    private void giveBack(Connection connection, Order order) throws SQLException {
        // In one order for all, or two orders of the same products would wait for each other.
        List<OrderLine> bySku = order.lines().stream()
                .sorted(Comparator.comparing(OrderLine::sku))
                .toList();
        for (OrderLine line : bySku) {
            Optional<Stock> more = ProductTable.add(connection, line.sku(), line.quantity());
            if (more.isPresent()) {
                telling.tell(connection, ShopEvents.stockChanged(more.get(), now()));
            }
        }
    }

    private static Order lock(Connection connection, String customerId, long id) throws SQLException {
        if (!OrderTable.lock(connection, customerId, id)) {
            throw ConnectorException.of(ErrorCode.NOT_FOUND);
        }
        return OrderTable.find(connection, customerId, id).orElseThrow();
    }

    /** Whether so many pieces are left of each line. */
    private static boolean fits(Order order, List<LineQuantity> wanted, ToIntFunction<OrderLine> gone) {
        return wanted.stream()
                .allMatch(each -> order.lines().stream()
                        .anyMatch(line -> line.id().equals(each.lineId())
                                && gone.applyAsInt(line) + each.quantity() <= line.quantity()));
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw ConnectorException.of(ErrorCode.CONFLICT, NOT_ALLOWED);
        }
    }

    static long number(String id) {
        return ID.matcher(id).matches() ? Long.parseLong(id) : NO_ID;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
