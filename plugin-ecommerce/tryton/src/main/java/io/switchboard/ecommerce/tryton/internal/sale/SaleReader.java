package io.switchboard.ecommerce.tryton.internal.sale;

import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Tryton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads sales. Each row's party is compared, too: a condition that Tryton did not understand would be everybody's sales. */
public final class SaleReader implements Sales {
    private static final List<List<String>> NEWEST_FIRST =
            List.of(List.of("create_date", "DESC"), List.of("id", "DESC"));
    /** More of one name than one customer has in good faith. */
    private static final int SAME_NAME = 50;

    private final Tryton tryton;

    /** Reads by this client. */
    public SaleReader(Tryton tryton) {
        this.tryton = tryton;
    }

    @Override
    public Optional<Sale> find(String customerId, String orderId) {
        OptionalLong id = Ids.parse(orderId);
        return id.isEmpty()
                ? Optional.empty()
                : search(customerId, List.of(Clause.of("id", "=", id.getAsLong())), 1).stream()
                        .findFirst();
    }

    /** A customer's sales whose number or reference is this, the newest first. */
    public List<Sale> named(String customerId, String name) {
        return name.isBlank() ? List.of() : search(customerId, List.of(naming(name)), SAME_NAME);
    }

    /**
     * A customer's sales, the newest first.
     *
     * @param states only in one of these, in Tryton's words; empty: in any
     * @param after those behind this one; empty: from the first
     */
    public List<Sale> list(String customerId, List<String> states, Optional<SalePosition> after, int limit) {
        List<List<Object>> domain = new ArrayList<>();
        if (!states.isEmpty()) {
            domain.add(Clause.of("state", "in", states));
        }
        after.ifPresent(last -> domain.add(Clause.any(List.of(
                Clause.of("create_date", "<", last.at()),
                Clause.all(List.of(Clause.of("create_date", "=", last.at()), Clause.of("id", "<", last.id())))))));
        return search(customerId, domain, limit);
    }

    /** The code of the party whose sale it is; empty where there is none, or it is not the only one of that name. */
    public Optional<String> ownerOf(String orderOrNumber) {
        if (orderOrNumber.isBlank()) {
            return Optional.empty();
        }
        List<List<Object>> names = new ArrayList<>(List.of(naming(orderOrNumber)));
        Ids.parse(orderOrNumber).ifPresent(id -> names.add(Clause.of("id", "=", id)));
        Query query = Query.of(Sale.MODEL, List.of(Clause.any(names)), 2, List.of("party.code"));
        List<String> owners = tryton.search(query).stream()
                .flatMap(row -> row.row("party").stream())
                .flatMap(party -> party.text("code").stream())
                .distinct()
                .toList();
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }

    private List<Sale> search(String customerId, List<List<Object>> more, int limit) {
        List<List<Object>> domain = new ArrayList<>(more);
        domain.add(Clause.of("party.code", "=", customerId));
        domain.add(Clause.any(List.of(Clause.none("origin"), Clause.of("origin", "not like", Sale.MODEL + ",%"))));
        List<Row> rows = tryton.search(new Query(Sale.MODEL, domain, limit, NEWEST_FIRST, Sale.FIELDS));
        return rows.stream()
                .map(Sale::new)
                .filter(sale -> sale.customerId().equals(customerId))
                .toList();
    }

    private static List<Object> naming(String name) {
        return Clause.any(List.of(Clause.of("number", "=", name), Clause.of("reference", "=", name)));
    }
}
