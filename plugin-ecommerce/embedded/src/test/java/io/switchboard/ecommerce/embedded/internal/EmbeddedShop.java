package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.ecommerce.spi.LogisticsBackend;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.sql.Sql;
import io.switchboard.sql.Transactions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;

/** The demo's shop and carrier in memory, for tests of what stands before them. */
public final class EmbeddedShop implements AutoCloseable {
    private final TestStore store;
    private final Transactions transactions;
    private final OrderBackend orders;
    private final LogisticsBackend parcels;

    /** One whose orders were placed before the time that a clock shows. */
    public EmbeddedShop(Clock clock) {
        try {
            store = new TestStore();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
        transactions = new Transactions(store.source());
        Demo.fill(transactions, clock);
        orders = new SqlOrders(transactions, new ToldEvents(), clock);
        parcels = new SqlParcels(transactions, new ToldEvents(), clock);
    }

    public OrderBackend orders() {
        return orders;
    }

    public LogisticsBackend parcels() {
        return parcels;
    }

    /** Hands an order to the carrier, past the hub. */
    public void send(Order order) {
        transactions.<Boolean>write(connection -> {
            new Sql("update shop_shipment set status = 'SENT' where order_id = ?")
                    .value(Long.parseLong(order.id()))
                    .update(connection);
            OrderTable.setStatus(connection, Long.parseLong(order.id()), OrderStatus.SHIPPED);
            OrderTable.bump(connection, Long.parseLong(order.id()));
            return true;
        });
    }

    /** Has the carrier redirect nothing any more. */
    public void holdParcels() {
        transactions.write(connection -> new Sql("update parcel set redirectable = false").update(connection));
    }

    @Override
    public void close() {
        store.close();
    }
}
