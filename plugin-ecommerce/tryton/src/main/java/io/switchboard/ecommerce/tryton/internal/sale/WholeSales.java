package io.switchboard.ecommerce.tryton.internal.sale;

import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Tryton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what belongs to sales, for all of a page at once. Safe for use from many threads. */
public final class WholeSales {
    /** Of each order; the most that one has. */
    private static final int SHIPMENTS = 50;

    private final Tryton tryton;

    /** Reads by this client. */
    public WholeSales(Tryton tryton) {
        this.tryton = tryton;
    }

    /** A sale with what belongs to it. */
    public WholeSale of(Sale sale) {
        return of(List.of(sale)).get(0);
    }

    /** Sales with what belongs to them, in the same order. */
    public List<WholeSale> of(List<Sale> sales) {
        Map<Long, Row> shipments = read(sales, Sale::shipmentIds, SaleShipment.MODEL, SaleShipment.FIELDS);
        Map<Long, Row> invoices = read(sales, Sale::invoiceIds, SaleInvoice.MODEL, SaleInvoice.FIELDS);
        return sales.stream()
                .map(sale -> new WholeSale(
                        sale,
                        sale.shipmentIds().stream()
                                .sorted()
                                .flatMap(id -> Optional.ofNullable(shipments.get(id)).stream())
                                .map(SaleShipment::new)
                                .limit(SHIPMENTS)
                                .toList(),
                        sale.invoiceIds().stream()
                                .flatMap(id -> Optional.ofNullable(invoices.get(id)).stream())
                                .map(SaleInvoice::new)
                                .toList()))
                .toList();
    }

    private Map<Long, Row> read(List<Sale> sales, Function<Sale, List<Long>> ids, String model, List<String> fields) {
        List<Long> all = new ArrayList<>();
        sales.forEach(sale -> all.addAll(ids.apply(sale)));
        Map<Long, Row> found = new HashMap<>();
        if (!all.isEmpty()) {
            tryton.search(Query.of(model, List.of(Clause.of("id", "in", all)), all.size(), fields))
                    .forEach(row -> found.put(row.id(), row));
        }
        return found;
    }
}
