package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.event.EventPublisher;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.LogisticsBackend;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.Parcel;
import io.switchboard.ecommerce.spi.ShopEvents;
import io.switchboard.ecommerce.spi.TrackingStep;
import io.switchboard.sql.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A carrier in a database of the hub. */
@Component(service = LogisticsBackend.class, property = LogisticsBackend.INSTANCE + "=embedded")
public final class SqlParcels implements LogisticsBackend {
    private final Transactions transactions;
    private final Telling telling;
    private final Clock clock;

    /** On the bundle's own schema, which the store has brought up to date. */
    @Activate
    public SqlParcels(@Reference DataSource source, @Reference EventPublisher events) {
        this(new Transactions(source), events, Clock.systemUTC());
    }

    SqlParcels(Transactions transactions, EventPublisher events, Clock clock) {
        this.transactions = transactions;
        telling = new Telling(events);
        this.clock = clock;
    }

    @Override
    public Optional<Parcel> track(String trackingNumber) {
        return transactions.read(connection -> ParcelTable.find(connection, trackingNumber));
    }

    @Override
    public Parcel redirect(String trackingNumber, Address address, Act act) {
        return transactions.write(connection -> {
            ParcelTable.lock(connection, trackingNumber);
            Parcel parcel = ParcelTable.find(connection, trackingNumber)
                    .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
            if (ParcelTable.hasRedirect(connection, trackingNumber, act.correlationId())) {
                return parcel;
            }
            if (!parcel.redirectable()) {
                throw ConnectorException.of(ErrorCode.CONFLICT, NOT_REDIRECTABLE);
            }
            ParcelTable.insertRedirect(connection, trackingNumber, address, act.correlationId());
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            TrackingStep step = new TrackingStep(now, "", "收件地址已更改 / Sent on to another address");
            ParcelTable.insert(connection, trackingNumber, step);
            Optional<Order> order = OrderTable.ofParcel(connection, trackingNumber);
            if (order.isPresent()) {
                telling.tell(
                        connection, ShopEvents.redirected(SqlOrders.INSTANCE_NAME, order.get(), trackingNumber, now));
            }
            return ParcelTable.find(connection, trackingNumber).orElseThrow();
        });
    }

    @Override
    public boolean redirected(String trackingNumber, String correlationId) {
        return transactions.read(connection -> ParcelTable.hasRedirect(connection, trackingNumber, correlationId));
    }
}
