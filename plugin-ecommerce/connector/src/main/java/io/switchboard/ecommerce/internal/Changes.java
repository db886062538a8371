package io.switchboard.ecommerce.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.internal.OrderViews.AddressChange;
import io.switchboard.ecommerce.internal.OrderViews.OrderView;
import io.switchboard.ecommerce.internal.backend.Carriers;
import io.switchboard.ecommerce.internal.backend.Shop;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.LogisticsBackend;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.ecommerce.spi.Shipment;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can be changed of an order, as long as it can: shops let much happen that should not, such as another address for what has gone.
 * For one call, on its thread.
 */
final class Changes {
    static final String CANCELLED = "cancelled";
    static final String DISPATCHED = "dispatched";
    static final String ARRIVED = "arrived";
    static final String PARTLY_SENT = "partly-sent";

    private static final int ATTEMPTS = 3;

    private final Shop shop;
    private final Carriers carriers;
    private final String customerId;
    private final String idOrNumber;
    private final Act act;

    Changes(Shop shop, Carriers carriers, String customerId, String idOrNumber, CallContext call) {
        this.shop = shop;
        this.carriers = carriers;
        this.customerId = customerId;
        this.idOrNumber = idOrNumber;
        act = OrderMapping.act(call);
    }

    AddressChange address(Address address) {
        return retrying(order -> {
            if (done(order)) {
                return changed(order, address, false);
            }
            refuseIf(order.status() == OrderStatus.CANCELLED, CANCELLED);
            refuseIf(order.status() == OrderStatus.DELIVERED, ARRIVED);
            List<Shipment> going = order.shipments().stream()
                    .filter(each -> each.status() != ShipmentStatus.CANCELLED)
                    .toList();
            if (OrderMapping.sent(order) == 0) {
                Order now = shop.backend().changeAddress(customerId, order.id(), order.version(), address, act);
                return changed(now, address, false);
            }
            // Several acts at several carriers are not one act; a person has to see to that.
            refuseIf(going.size() != 1, PARTLY_SENT);
            redirect(going.get(0), address);
            return changed(order, address, true);
        });
    }

    OrderView cancel(String reason) {
        return retrying(order -> {
            if (done(order)) {
                return view(order);
            }
            refuseIf(order.status() == OrderStatus.CANCELLED, CANCELLED);
            refuseIf(
                    OrderMapping.sent(order) > 0
                            || order.status() == OrderStatus.SHIPPED
                            || order.status() == OrderStatus.DELIVERED,
                    DISPATCHED);
            return view(shop.backend().cancel(customerId, order.id(), order.version(), reason, act));
        });
    }

    /** The order, if this very act cancelled it. */
    Optional<OrderView> cancelled() {
        Order order = shop.order(customerId, idOrNumber);
        return done(order) ? Optional.of(view(order)) : Optional.empty();
    }

    private void redirect(Shipment shipment, Address address) {
        refuseIf(shipment.status() == ShipmentStatus.DELIVERED, ARRIVED);
        String number =
                shipment.trackingNumber().orElseThrow(() -> ConnectorException.of(ErrorCode.CONFLICT, DISPATCHED));
        try {
            carriers.of(shipment).redirect(number, address, act);
        } catch (ConnectorException e) {
            boolean refused = e.code() == ErrorCode.NOT_FOUND || e.reason().equals(LogisticsBackend.NOT_REDIRECTABLE);
            throw refused
                    ? ConnectorException.of(ErrorCode.CONFLICT, DISPATCHED).causedBy(e)
                    : e;
        }
    }

    private boolean done(Order order) {
        return shop.backend().changed(customerId, order.id(), act.correlationId());
    }

    /** Reads the order and changes it, and begins anew where it was changed in between. */
    private <R> R retrying(Function<Order, R> change) {
        int attempt = 1;
        while (true) {
            try {
                return change.apply(shop.order(customerId, idOrNumber));
            } catch (ConnectorException e) {
                if (!e.reason().equals(OrderBackend.STALE) || attempt++ == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private AddressChange changed(Order order, Address address, boolean redirected) {
        return new AddressChange(
                shop.mark(order.id()), order.number(), order.customerId(), redirected, OrderMapping.address(address));
    }

    private OrderView view(Order order) {
        return OrderMapping.order(shop, order, each -> Optional.empty());
    }

    private static void refuseIf(boolean against, String reason) {
        if (against) {
            throw ConnectorException.of(ErrorCode.CONFLICT, reason);
        }
    }
}
