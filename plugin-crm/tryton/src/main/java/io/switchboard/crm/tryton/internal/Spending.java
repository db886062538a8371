package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Tryton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What customers have paid: of each posted invoice what is not still to be paid, credit notes and all. In the company's currency;
 * invoices in others are left out, since nothing says at which rate they would count.
 */
final class Spending {
    private static final String MODEL = "account.invoice";
    private static final int BATCH = 500;
    private static final int BATCHES = 20;

    private final Tryton tryton;
    private final AtomicReference<String> currency;

    /** @param currency the company's, once it has been read: it does not change */
    Spending(Tryton tryton, AtomicReference<String> currency) {
        this.tryton = tryton;
        this.currency = currency;
    }

    /** By the number of the party; every one of them has an amount. */
    Map<Long, Money> of(List<Long> parties) {
        String unit = currency();
        Map<Long, BigDecimal> sums = new HashMap<>();
        long after = 0;
        for (int i = 0; i < BATCHES && !parties.isEmpty(); i++) {
            List<Row> batch = batch(parties, unit, after);
            for (Row invoice : batch) {
                after = invoice.id();
                sums.merge(invoice.number("party").orElse(0L), paid(invoice), BigDecimal::add);
            }
            if (batch.size() < BATCH) {
                break;
            }
        }
        Map<Long, Money> money = new HashMap<>();
        parties.forEach(party -> money.put(party, new Money(sums.getOrDefault(party, BigDecimal.ZERO), unit)));
        return money;
    }

    private List<Row> batch(List<Long> parties, String unit, long after) {
        return tryton.search(Query.of(
                MODEL,
                List.of(
                        Clause.of("party", "in", parties),
                        Clause.of("type", "=", "out"),
                        Clause.of("state", "in", List.of("posted", "paid")),
                        Clause.of("currency.code", "=", unit),
                        Clause.of("id", ">", after)),
                BATCH,
                List.of("party", "total_amount", "amount_to_pay")));
    }

    private static BigDecimal paid(Row invoice) {
        BigDecimal total = invoice.decimal("total_amount").orElse(BigDecimal.ZERO);
        return total.subtract(invoice.decimal("amount_to_pay").orElse(BigDecimal.ZERO));
    }

    private String currency() {
        String known = Objects.requireNonNull(currency.get());
        if (known.isEmpty()) {
            known = tryton.company()
                    .flatMap(this::currency)
                    .orElseThrow(() -> ConnectorException.of(ErrorCode.BACKEND_REFUSED));
            currency.set(known);
        }
        return known;
    }

    private Optional<String> currency(long company) {
        return tryton
                .search(Query.of(
                        "company.company", List.of(Clause.of("id", "=", company)), 1, List.of("currency.code")))
                .stream()
                .flatMap(row -> row.row("currency").stream())
                .flatMap(row -> row.text("code").stream())
                .findFirst();
    }
}
