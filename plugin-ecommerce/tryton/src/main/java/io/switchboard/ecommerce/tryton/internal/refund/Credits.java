package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.CreditNote;
import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.tryton.internal.sale.Sales;
import io.switchboard.ecommerce.tryton.internal.settings.TrytonSettings;
import io.switchboard.tryton.Tryton;
import java.util.Optional;

/** Money that goes back: the part of {@link OrderBackend} that is about it, method by method. Safe for use from many threads. */
public final class Credits {
    private final Sales sales;

    /** Of one instance. */
    public Credits(Tryton tryton, Sales sales, TrytonSettings settings) {
        this.sales = sales;
    }

    /** As {@link OrderBackend#credit}. */
    public CreditNote credit(String customerId, String orderId, NewCredit wanted, Act act) {
        return find(customerId, orderId, act.correlationId())
                .orElseThrow(() -> sales.find(customerId, orderId).isEmpty()
                        ? ConnectorException.of(ErrorCode.NOT_FOUND)
                        : ConnectorException.of(ErrorCode.CONFLICT, OrderBackend.NOT_ALLOWED));
    }

    /** As {@link OrderBackend#findCredit}. */
    public Optional<CreditNote> find(String customerId, String orderId, String correlationId) {
        return Optional.empty();
    }
}
