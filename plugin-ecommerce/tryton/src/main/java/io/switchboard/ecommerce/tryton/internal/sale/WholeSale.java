package io.switchboard.ecommerce.tryton.internal.sale;

import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import java.math.BigDecimal;
import java.util.List;

/**
 * A sale with its shipments and invoices. Immutable.
 *
 * @param shipments to the customer, the oldest first
 * @param invoices without credit notes
 */
public record WholeSale(Sale sale, List<SaleShipment> shipments, List<SaleInvoice> invoices) {
    /** Copies the lists. */
    public WholeSale {
        shipments = List.copyOf(shipments);
        invoices = List.copyOf(invoices);
    }

    /** What was paid. */
    public BigDecimal paid() {
        return invoices.stream().map(SaleInvoice::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Where it stands. Tryton does not know what arrived, but a sale without goods is complete when it is done. */
    public OrderStatus status() {
        return switch (sale.state()) {
            case "draft", "quotation" -> OrderStatus.PLACED;
            case "cancelled" -> OrderStatus.CANCELLED;
            default -> {
                if (shipments.stream().anyMatch(each -> each.status() == ShipmentStatus.SENT)) {
                    yield OrderStatus.SHIPPED;
                }
                if (calledOff()) {
                    yield OrderStatus.CANCELLED;
                }
                yield shipments.isEmpty() && sale.state().equals("done") && settled()
                        ? OrderStatus.DELIVERED
                        : OrderStatus.CONFIRMED;
            }
        };
    }

    /**
     * Tryton cancels no sale that it has processed. So: whether all shipments were called off and none is to be made again; or, where
     * they wait for a payment, whether Tryton waits for none any more.
     */
    private boolean calledOff() {
        return shipments.isEmpty()
                ? sale.state().equals("done")
                        && !settled()
                        && !invoices.isEmpty()
                        && invoices.stream().allMatch(SaleInvoice::cancelled)
                : shipments.stream().allMatch(each -> each.status() == ShipmentStatus.CANCELLED) && settled();
    }

    private boolean settled() {
        return sale.lines().stream().allMatch(line -> line.settled() && !line.open());
    }
}
