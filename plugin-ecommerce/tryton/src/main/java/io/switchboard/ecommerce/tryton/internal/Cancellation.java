package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.ecommerce.spi.ShipmentStatus;
import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import io.switchboard.ecommerce.tryton.internal.sale.SaleInvoice;
import io.switchboard.ecommerce.tryton.internal.sale.SaleLine;
import io.switchboard.ecommerce.tryton.internal.sale.SaleShipment;
import io.switchboard.ecommerce.tryton.internal.sale.WholeSale;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Stamp;
import io.switchboard.tryton.Tryton;
import java.util.List;
import java.util.Map;

/**
 * Calls a sale off. Tryton cancels one that was not processed; of one that was, its shipments are cancelled, Tryton is told that they are
 * not to be made again, and so are invoices that are not in the books. Each step may be taken again, and does nothing then.
 */
final class Cancellation {
    private static final String CANCEL = "cancel";

    private final Tryton tryton;

    Cancellation(Tryton tryton) {
        this.tryton = tryton;
    }

    /** Whether nothing was sent, and there is something that Tryton lets be cancelled. */
    static boolean possible(WholeSale whole) {
        return switch (whole.sale().state()) {
            case "draft", "quotation", "confirmed" -> true;
            case "processing", "done" ->
                whole.shipments().isEmpty()
                        ? !whole.invoices().isEmpty()
                                && whole.invoices().stream().allMatch(each -> each.revocable() || each.cancelled())
                        : whole.shipments().stream().noneMatch(each -> each.status() == ShipmentStatus.SENT);
            default -> false;
        };
    }

    /** The step that decides, in one transaction; only where all is still as it was read. */
    void begin(WholeSale whole) {
        Sale sale = whole.sale();
        switch (sale.state()) {
            case "draft", "quotation" -> tryton.press(CANCEL, List.of(sale.stamp()));
            case "confirmed" -> tryton.press("draft", List.of(sale.stamp()));
            default -> {
                List<Stamp> going = whole.shipments().stream()
                        .filter(each -> each.status() != ShipmentStatus.CANCELLED)
                        .map(SaleShipment::stamp)
                        .toList();
                if (!going.isEmpty()) {
                    tryton.press(CANCEL, going);
                } else {
                    // Shipments that wait for a payment are not there yet.
                    revoke(whole);
                }
            }
        }
    }

    /** What is left to do, by how it stands now. */
    void finish(WholeSale whole) {
        Sale sale = whole.sale();
        switch (sale.state()) {
            case "draft", "quotation" -> tryton.press(Sale.MODEL, CANCEL, sale.id());
            case "processing", "done" -> settle(whole);
            default -> {}
        }
    }

    private void settle(WholeSale whole) {
        long sale = whole.sale().id();
        List<Long> moves = tryton
                .search(Query.of(
                        "stock.move",
                        List.of(
                                Clause.of(
                                        "origin",
                                        "in",
                                        whole.sale().lines().stream()
                                                .map(SaleLine::id)
                                                .map(id -> SaleLine.MODEL + "," + id)
                                                .toList()),
                                Clause.of("state", "=", "cancelled")),
                        1000,
                        List.of("id")))
                .stream()
                .map(Row::id)
                .toList();
        if (!moves.isEmpty()) {
            answer("sale.handle.shipment.exception", sale, Map.of("recreate_moves", List.of(), "domain_moves", moves));
        }
        revoke(whole);
        List<Long> revoked = whole.invoices().stream()
                .filter(each -> each.revocable() || each.cancelled())
                .map(SaleInvoice::id)
                .toList();
        if (!revoked.isEmpty()) {
            answer(
                    "sale.handle.invoice.exception",
                    sale,
                    Map.of("recreate_invoices", List.of(), "domain_invoices", revoked));
        }
    }

    private void revoke(WholeSale whole) {
        List<Stamp> drafts = whole.invoices().stream()
                .filter(SaleInvoice::revocable)
                .map(SaleInvoice::stamp)
                .toList();
        if (!drafts.isEmpty()) {
            tryton.press(CANCEL, drafts);
        }
    }

    private void answer(String wizard, long sale, Map<String, Object> form) {
        tryton.run(wizard, form, "handle", Sale.MODEL, sale);
    }
}
