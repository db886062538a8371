package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Tryton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the books of sales, of several at once by three questions. */
record BooksReader(Tryton tryton) {
    /** More than that belongs to a page of sales in no shop. */
    private static final int MOST = 10_000;

    /** Those of one sale, read for an act that may have a credit note of its own under way: that does not count. */
    Books of(Sale sale, String mark) {
        return of(List.of(sale), each -> !each.reference().equals(mark)).get(0);
    }

    /** Those of sales, in their order; credit notes that the hub has not finished do not count. */
    List<Books> of(List<Sale> sales) {
        return of(sales, each -> each.booked() || !Mark.isOurs(each.reference()));
    }

    private List<Books> of(List<Sale> sales, Predicate<Credited> counts) {
        List<String> lines = sales.stream()
                .flatMap(sale -> sale.lines().stream())
                .map(line -> Books.origin(line.id()))
                .toList();
        List<Billed> billed = search(
                        Billed.MODEL,
                        List.of(
                                Clause.of("origin", "in", lines),
                                Clause.of("invoice.state", "in", Billed.BOOKED),
                                Clause.of("type", "=", "line")),
                        Billed.FIELDS)
                .stream()
                .map(Billed::new)
                .filter(each -> each.quantity().signum() > 0)
                .toList();
        List<ReturnSale> returns = search(
                        ReturnSale.MODEL,
                        List.of(Clause.of(
                                "origin",
                                "in",
                                sales.stream()
                                        .map(sale -> ReturnSale.origin(sale.id()))
                                        .toList())),
                        ReturnSale.FIELDS)
                .stream()
                .map(ReturnSale::new)
                .toList();
        List<Credited> credited = credited(billed, returns);
        return sales.stream()
                .map(sale -> books(sale, billed, credited, returns, counts))
                .toList();
    }

    private List<Credited> credited(List<Billed> billed, List<ReturnSale> returns) {
        List<String> origins =
                new ArrayList<>(billed.stream().map(Billed::reference).toList());
        returns.stream().flatMap(each -> each.lines().stream()).forEach(line -> origins.add(Books.origin(line.id())));
        return origins.isEmpty()
                ? List.of()
                : search(
                                Billed.MODEL,
                                List.of(
                                        Clause.of("origin", "in", origins),
                                        Clause.of("invoice.state", "in", Credited.STATES)),
                                Credited.FIELDS)
                        .stream()
                        .map(Credited::new)
                        .toList();
    }

    private List<Row> search(String model, List<List<Object>> domain, List<String> fields) {
        return tryton.search(Query.of(model, domain, MOST, fields));
    }

    private static Books books(
            Sale sale,
            List<Billed> billed,
            List<Credited> credited,
            List<ReturnSale> returns,
            Predicate<Credited> counts) {
        Set<String> origins = new HashSet<>();
        sale.lines().forEach(line -> origins.add(Books.origin(line.id())));
        List<Billed> ownBilled =
                billed.stream().filter(each -> origins.contains(each.origin())).toList();
        List<ReturnSale> ownReturns = returns.stream()
                .filter(each -> each.origin().equals(ReturnSale.origin(sale.id())))
                .toList();
        Set<String> credits = new HashSet<>();
        ownBilled.forEach(each -> credits.add(each.reference()));
        ownReturns.forEach(each -> each.lines().forEach(line -> credits.add(Books.origin(line.id()))));
        return new Books(
                sale,
                ownBilled,
                credited.stream()
                        .filter(each -> credits.contains(each.origin()) && counts.test(each))
                        .toList(),
                ownReturns.stream()
                        .filter(each -> !Mark.isUnclaimed(each.reference()))
                        .toList());
    }
}
