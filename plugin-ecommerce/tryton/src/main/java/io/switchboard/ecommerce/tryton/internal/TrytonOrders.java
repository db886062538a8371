package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Page;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.CreditNote;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.OrderQuery;
import io.switchboard.ecommerce.spi.Stock;
import io.switchboard.ecommerce.tryton.internal.refund.Credits;
import io.switchboard.ecommerce.tryton.internal.refund.GivenBackReader;
import io.switchboard.ecommerce.tryton.internal.refund.Returns;
import io.switchboard.ecommerce.tryton.internal.sale.AddressBook;
import io.switchboard.ecommerce.tryton.internal.sale.SaleReader;
import io.switchboard.ecommerce.tryton.internal.sale.WholeSales;
import io.switchboard.poll.Bell;
import io.switchboard.tryton.Tryton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Orders that are sales of a Tryton. A customer's id is the party's code; an order's the number of the sale's record. */
final class TrytonOrders implements OrderBackend {
    private final Instance instance;
    private final SaleReader sales;
    private final Orders orders;
    private final Stocks stocks;
    private final Changes changes;
    private final Returns returns;
    private final Credits credits;
    private final Bell bell;

    TrytonOrders(Instance instance) {
        this(instance, new Bell());
    }

    /**
     * Reads and writes one.
     *
     * @param bell rung after each write, so that what came of it is told at once
     */
    TrytonOrders(Instance instance, Bell bell) {
        this.bell = bell;
        this.instance = instance;
        Tryton tryton = instance.tryton();
        sales = new SaleReader(tryton);
        orders = new Orders(sales, new WholeSales(tryton), new GivenBackReader(tryton), instance.settings());
        stocks = new Stocks(tryton, instance.clock());
        changes = new Changes(
                tryton, orders, new AddressBook(tryton, instance.settings().country()), instance.turns());
        returns = new Returns(tryton, sales);
        credits = new Credits(tryton, sales, instance.turns());
    }

    @Override
    public OrderBackend during(CallContext call) {
        return new TrytonOrders(instance.during(call), bell);
    }

    @Override
    public Optional<Order> get(String customerId, String orderId) {
        return orders.read(customerId, orderId).map(Orders.Found::order);
    }

    @Override
    public Optional<Order> findByNumber(String customerId, String number) {
        return orders.named(customerId, number);
    }

    @Override
    public Page<Order> list(OrderQuery query) {
        return orders.list(query);
    }

    @Override
    public Optional<Stock> stock(String sku) {
        return stocks.find(sku);
    }

    @Override
    public Order changeAddress(String customerId, String orderId, String expectedVersion, Address address, Act act) {
        return ringing(() -> changes.address(customerId, orderId, expectedVersion, address, act));
    }

    @Override
    public Order cancel(String customerId, String orderId, String expectedVersion, String reason, Act act) {
        return ringing(() -> changes.cancel(customerId, orderId, expectedVersion, reason, act));
    }

    @Override
    public boolean changed(String customerId, String orderId, String correlationId) {
        return changes.made(customerId, orderId, correlationId);
    }

    @Override
    public GoodsReturn openReturn(String customerId, String orderId, NewReturn wanted, Act act) {
        return ringing(() -> returns.open(customerId, orderId, wanted, act));
    }

    @Override
    public Optional<GoodsReturn> findReturn(String customerId, String orderId, String correlationId) {
        return returns.find(customerId, orderId, correlationId);
    }

    @Override
    public GoodsReturn withdrawReturn(String customerId, String orderId, String returnId, Act act) {
        return ringing(() -> returns.withdraw(customerId, orderId, returnId));
    }

    @Override
    public List<GoodsReturn> returns(String customerId, String orderId) {
        return returns.list(customerId, orderId);
    }

    @Override
    public CreditNote credit(String customerId, String orderId, NewCredit wanted, Act act) {
        return ringing(() -> credits.credit(customerId, orderId, wanted, act));
    }

    @Override
    public Optional<CreditNote> findCredit(String customerId, String orderId, String correlationId) {
        return credits.find(customerId, orderId, correlationId);
    }

    @Override
    public Optional<CreditNote> creditNote(String customerId, String orderId, String creditId) {
        return credits.named(customerId, orderId, creditId);
    }

    @Override
    public Optional<String> ownerOf(String orderOrNumber) {
        return sales.ownerOf(orderOrNumber);
    }

    private <R> R ringing(Supplier<R> write) {
        try {
            return write.get();
        } finally {
            bell.ring();
        }
    }
}
