package io.switchboard.ecommerce.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A shop with which something goes wrong: before a write is done, or after, when its answer is lost. */
final class TroubledShop implements OrderBackend {
    /** Where. */
    enum At {
        BEFORE_RETURN,
        AFTER_RETURN,
        BEFORE_CREDIT,
        AFTER_CREDIT,
        BEFORE_WITHDRAWAL,
        PROBES
    }

    private final OrderBackend shop;
    private final Map<At, ErrorCode> troubles = new EnumMap<>(At.class);
    private Runnable beforeChange = () -> {};

    TroubledShop(OrderBackend shop) {
        this.shop = shop;
    }

    synchronized void fail(At at, ErrorCode code) {
        troubles.put(at, code);
    }

    synchronized void calm() {
        troubles.clear();
    }

    /** Does something once, just before the next change of an order. */
    synchronized void beforeChange(Runnable once) {
        beforeChange = once;
    }

    private void trouble(At at) {
        ErrorCode code;
        synchronized (this) {
            code = troubles.get(at);
        }
        if (code != null) {
            throw code == ErrorCode.CONFLICT ? ConnectorException.of(code, NOT_ALLOWED) : ConnectorException.of(code);
        }
    }

    private <R> R between(At before, Supplier<R> write, At after) {
        trouble(before);
        R result = write.get();
        trouble(after);
        return result;
    }

    private synchronized Runnable takeChange() {
        Runnable once = beforeChange;
        beforeChange = () -> {};
        return once;
    }

    @Override
    public Optional<Order> get(String customerId, String orderId) {
        return shop.get(customerId, orderId);
    }

    @Override
    public Optional<Order> findByNumber(String customerId, String number) {
        return shop.findByNumber(customerId, number);
    }

    @Override
    public Page<Order> list(OrderQuery query) {
        return shop.list(query);
    }

    @Override
    public Optional<Stock> stock(String sku) {
        return shop.stock(sku);
    }

    @Override
    public Order changeAddress(String customerId, String orderId, String expectedVersion, Address address, Act act) {
        takeChange().run();
        return shop.changeAddress(customerId, orderId, expectedVersion, address, act);
    }

    @Override
    public Order cancel(String customerId, String orderId, String expectedVersion, String reason, Act act) {
        takeChange().run();
        return shop.cancel(customerId, orderId, expectedVersion, reason, act);
    }

    @Override
    public boolean changed(String customerId, String orderId, String correlationId) {
        return shop.changed(customerId, orderId, correlationId);
    }

    @Override
    public GoodsReturn openReturn(String customerId, String orderId, NewReturn wanted, Act act) {
        return between(At.BEFORE_RETURN, () -> shop.openReturn(customerId, orderId, wanted, act), At.AFTER_RETURN);
    }

    @Override
    public Optional<GoodsReturn> findReturn(String customerId, String orderId, String correlationId) {
        trouble(At.PROBES);
        return shop.findReturn(customerId, orderId, correlationId);
    }

    @Override
    public GoodsReturn withdrawReturn(String customerId, String orderId, String returnId, Act act) {
        trouble(At.BEFORE_WITHDRAWAL);
        return shop.withdrawReturn(customerId, orderId, returnId, act);
    }

    @Override
    public List<GoodsReturn> returns(String customerId, String orderId) {
        return shop.returns(customerId, orderId);
    }

    @Override
    public CreditNote credit(String customerId, String orderId, NewCredit wanted, Act act) {
        return between(At.BEFORE_CREDIT, () -> shop.credit(customerId, orderId, wanted, act), At.AFTER_CREDIT);
    }

    @Override
    public Optional<CreditNote> findCredit(String customerId, String orderId, String correlationId) {
        trouble(At.PROBES);
        return shop.findCredit(customerId, orderId, correlationId);
    }

    @Override
    public Optional<CreditNote> creditNote(String customerId, String orderId, String creditId) {
        trouble(At.PROBES);
        return shop.creditNote(customerId, orderId, creditId);
    }

    @Override
    public Optional<String> ownerOf(String orderOrNumber) {
        return shop.ownerOf(orderOrNumber);
    }
}
