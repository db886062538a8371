package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import io.switchboard.tryton.Stamp;
import io.switchboard.tryton.Tryton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what of sales was given back, for several at once. Safe for use from many threads. */
public final class GivenBackReader {
    private final BooksReader books;

    /** Reads by this client. */
    public GivenBackReader(Tryton tryton) {
        books = new BooksReader(tryton);
    }

    /** What was given back, by the number of the sale. */
    public Map<Long, GivenBack> of(List<Sale> sales) {
        Map<Long, GivenBack> found = new HashMap<>();
        if (!sales.isEmpty()) {
            books.of(sales).forEach(each -> found.put(each.sale().id(), givenBack(each)));
        }
        return found;
    }

    private static GivenBack givenBack(Books books) {
        Map<Long, Integer> refunded = new HashMap<>();
        Map<Long, Integer> returning = new HashMap<>();
        books.sale().lines().stream().map(SoldLine::of).forEach(line -> {
            refunded.put(line.id(), books.refunded(line));
            returning.put(line.id(), books.returning(line));
        });
        return new GivenBack(books.refunded(), refunded, returning, version(books));
    }

    private static String version(Books books) {
        Stream<Stamp> stamps = Stream.concat(
                books.returns().stream().map(ReturnSale::stamp),
                books.credited().stream().map(Credited::stamp).distinct());
        return stamps.map(stamp -> stamp.model() + "," + stamp.id() + "@" + stamp.value())
                .collect(Collectors.joining(";"));
    }
}
