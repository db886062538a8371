package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import io.switchboard.ecommerce.tryton.internal.sale.Sales;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Tryton;
import java.util.List;
import java.util.Optional;

/** Reads a customer's sale for what is to go back of it. */
record SoldReader(Tryton tryton, Sales sales) {
    Optional<Sold> find(String customerId, String orderId) {
        return sales.find(customerId, orderId).flatMap(this::read);
    }

    Sold get(String customerId, String orderId) {
        return find(customerId, orderId).orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
    }

    private Optional<Sold> read(Sale sale) {
        List<List<Object>> domain = List.of(Clause.of("id", "=", sale.id()));
        return tryton.search(Query.of(Sale.MODEL, domain, 1, Sold.FIELDS)).stream()
                .findFirst()
                .map(row -> new Sold(sale, row));
    }
}
