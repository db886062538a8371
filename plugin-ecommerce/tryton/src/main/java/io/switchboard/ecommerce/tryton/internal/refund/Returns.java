package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.tryton.internal.sale.Sales;
import io.switchboard.ecommerce.tryton.internal.settings.TrytonSettings;
import io.switchboard.tryton.Tryton;
import java.util.List;
import java.util.Optional;

/** Goods that come back: the part of {@link OrderBackend} that is about them, method by method. Safe for use from many threads. */
public final class Returns {
    private final Sales sales;

    /** Of one instance. */
    public Returns(Tryton tryton, Sales sales, TrytonSettings settings) {
        this.sales = sales;
    }

    /** As {@link OrderBackend#openReturn}. */
    public GoodsReturn open(String customerId, String orderId, NewReturn wanted, Act act) {
        return find(customerId, orderId, act.correlationId()).orElseThrow(() -> refused(customerId, orderId));
    }

    /** As {@link OrderBackend#findReturn}. */
    public Optional<GoodsReturn> find(String customerId, String orderId, String correlationId) {
        return Optional.empty();
    }

    /** As {@link OrderBackend#withdrawReturn}. */
    public GoodsReturn withdraw(String customerId, String orderId, String returnId, Act act) {
        return find(customerId, orderId, act.correlationId()).orElseThrow(() -> refused(customerId, orderId));
    }

    /** As {@link OrderBackend#returns}. */
    public List<GoodsReturn> list(String customerId, String orderId) {
        return List.of();
    }

    private ConnectorException refused(String customerId, String orderId) {
        return sales.find(customerId, orderId).isEmpty()
                ? ConnectorException.of(ErrorCode.NOT_FOUND)
                : ConnectorException.of(ErrorCode.CONFLICT, OrderBackend.NOT_ALLOWED);
    }
}
