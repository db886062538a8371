package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import io.switchboard.ecommerce.tryton.internal.Orders.Found;
import io.switchboard.ecommerce.tryton.internal.sale.Acts;
import io.switchboard.ecommerce.tryton.internal.sale.AddressBook;
import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import io.switchboard.ecommerce.tryton.internal.sale.SaleShipment;
import io.switchboard.tryton.Stamp;
import io.switchboard.tryton.Tryton;
import io.switchboard.tryton.Turns;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes to orders. Tryton lets another address be given to what was sent, and undoes nothing of several steps: so what is allowed is
 * decided here, the first step of each act holds only where its records are still as they were read, and every step can be taken again.
 * Safe for use from many threads.
 */
final class Changes {
    private static final String ADDRESS = "address";
    private static final String CANCEL = "cancel";
    private static final int ATTEMPTS = 5;

    private final Tryton tryton;
    private final Orders orders;
    private final Acts acts;
    private final AddressBook addresses;
    private final Cancellation cancellation;
    private final Turns turns;

    Changes(Tryton tryton, Orders orders, AddressBook addresses, Turns turns) {
        this.tryton = tryton;
        this.orders = orders;
        this.addresses = addresses;
        this.turns = turns;
        acts = new Acts(tryton);
        cancellation = new Cancellation(tryton);
    }

    Order address(String customerId, String orderId, String expectedVersion, Address address, Act act) {
        return turns.take(orderId, () -> {
            Found found = found(customerId, orderId);
            if (noted(found, ADDRESS, act.correlationId())) {
                return found.order();
            }
            requireVersion(found, expectedVersion);
            refuseIf(found.order().status() == OrderStatus.CANCELLED);
            // On what is packed stands the address already.
            refuseIf(found.whole().shipments().stream()
                    .anyMatch(each -> each.status() == ShipmentStatus.PACKED || each.status() == ShipmentStatus.SENT));
            redirect(found, addresses.entry(found.whole().sale(), address), act);
            return again(customerId, orderId);
        });
    }

    Order cancel(String customerId, String orderId, String expectedVersion, String reason, Act act) {
        return turns.take(orderId, () -> {
            Found found = found(customerId, orderId);
            if (made(found, act.correlationId())) {
                return found.order();
            }
            requireVersion(found, expectedVersion);
            refuseIf(found.order().status() == OrderStatus.CANCELLED || !Cancellation.possible(found.whole()));
            Sale sale = found.whole().sale();
            if (!noted(found, CANCEL, act.correlationId())) {
                // Before the first step: whoever comes after a crash has to know whose act it was that made the order
                // what it is.
                acts.note(sale.id(), CANCEL, "请求取消订单 / Asked to call the order off: " + reason, act);
            }
            Steps.first(() -> cancellation.begin(found.whole()));
            Order after = Steps.later(() -> {
                cancellation.finish(found(customerId, orderId).whole());
                return again(customerId, orderId);
            });
            if (after.status() != OrderStatus.CANCELLED) {
                // Buttons that a state does not allow do nothing, and say nothing.
                refuseIf(after.version().equals(expectedVersion));
                throw ConnectorException.of(ErrorCode.OUTCOME_UNKNOWN);
            }
            return after;
        });
    }

    boolean made(String customerId, String orderId, String correlationId) {
        return orders.read(customerId, orderId)
                .filter(found -> noted(found, ADDRESS, correlationId) || made(found, correlationId))
                .isPresent();
    }

    /** Shipments first: they are what somebody may be packing at this moment. The sale only says where later ones go. */
    private void redirect(Found found, long address, Act act) {
        Sale sale = found.whole().sale();
        Map<String, Object> target = Map.of("delivery_address", address);
        List<Stamp> open = found.whole().shipments().stream()
                .filter(each -> each.open() && !each.addressId().equals(Optional.of(address)))
                .map(SaleShipment::stamp)
                .toList();
        if (!open.isEmpty()) {
            Steps.first(() -> tryton.write(open, target));
        } else {
            Steps.first(() -> tryton.write(sale.stamp(), Map.of("shipment_address", address)));
        }
        Steps.later(() -> {
            if (!open.isEmpty() && !sale.addressId().equals(Optional.of(address))) {
                writeSale(sale, address);
            }
            acts.note(sale.id(), ADDRESS, "收货地址已更改 / Delivery address changed", act);
            return true;
        });
    }

    /** Whoever changed the sale meanwhile did not change where it goes; the shipments would be other ones. */
    private void writeSale(Sale sale, long address) {
        Sale read = sale;
        for (int attempt = 1; ; attempt++) {
            try {
                tryton.write(read.stamp(), Map.of("shipment_address", address));
                return;
            } catch (ConnectorException e) {
                if (!Steps.modified(e) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
            read = found(sale.customerId(), Long.toString(sale.id())).whole().sale();
        }
    }

    private boolean made(Found found, String correlationId) {
        return found.order().status() == OrderStatus.CANCELLED && noted(found, CANCEL, correlationId);
    }

    private boolean noted(Found found, String kind, String correlationId) {
        return acts.noted(found.whole().sale().id(), kind, correlationId);
    }

    private Found found(String customerId, String orderId) {
        return orders.read(customerId, orderId).orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
    }

    private Order again(String customerId, String orderId) {
        return found(customerId, orderId).order();
    }

    private static void requireVersion(Found found, String expected) {
        if (!found.order().version().equals(expected)) {
            throw ConnectorException.of(ErrorCode.CONFLICT, OrderBackend.STALE);
        }
    }

    private static void refuseIf(boolean against) {
        if (against) {
            throw ConnectorException.of(ErrorCode.CONFLICT, OrderBackend.NOT_ALLOWED);
        }
    }
}
