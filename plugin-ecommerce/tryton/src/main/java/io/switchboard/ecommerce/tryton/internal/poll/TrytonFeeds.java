package io.switchboard.ecommerce.tryton.internal.poll;

import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.Stock;
import io.switchboard.ecommerce.tryton.internal.poll.Touched.OfOrder;
import io.switchboard.ecommerce.tryton.internal.poll.Touched.OfProduct;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Tryton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Tryton, asked for what changed. */
public final class TrytonFeeds implements ChangeRound.Source {
    private static final String SALE = "sale.sale";
    private static final List<String> ENDED = List.of("done", "cancelled");

    private final Tryton tryton;
    private final OrderBackend shop;

    /** Asks by a client; what became of orders and products is read as callers read it. */
    public TrytonFeeds(Tryton tryton, OrderBackend shop) {
        this.tryton = tryton;
        this.shop = shop;
    }

    @Override
    public List<Touched> after(Feed feed, Position last, int most) {
        List<List<Object>> domain = List.of(Clause.any(List.of(
                Clause.of(feed.time(), ">", last.at()),
                Clause.all(List.of(Clause.of(feed.time(), "=", last.at()), Clause.of("id", ">", last.id()))))));
        List<List<String>> order = List.of(List.of(feed.time(), "ASC"), List.of("id", "ASC"));
        List<Row> rows = tryton.search(new Query(feed.model(), domain, most, order, feed.fields()));
        return switch (feed) {
            case SALES_MADE, SALES_CHANGED ->
                rows.stream().map(row -> touched(feed, row, sale(row))).toList();
            case SHIPMENTS_MADE, SHIPMENTS_CHANGED -> shipments(feed, rows);
            case MOVES_MADE, MOVES_CHANGED ->
                rows.stream()
                        .map(row -> touched(
                                feed,
                                row,
                                row.row("product")
                                        .flatMap(product -> product.text("code"))
                                        .map(OfProduct::new)))
                        .toList();
        };
    }

    /** A shipment may carry what belongs to several sales; each is told of. */
    private List<Touched> shipments(Feed feed, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<OfOrder>> bySale = new HashMap<>();
        List<Long> ids = rows.stream().map(Row::id).toList();
        Query sales = Query.of(
                SALE,
                List.of(Clause.of("shipments", "in", ids)),
                ids.size() * 10,
                List.of("party.code", "shipments.id"));
        for (Row row : tryton.search(sales)) {
            for (Row shipment : row.rows("shipments")) {
                sale(row)
                        .ifPresent(order -> bySale.computeIfAbsent(shipment.id(), id -> new ArrayList<>())
                                .add(order));
            }
        }
        List<Touched> touched = new ArrayList<>();
        for (Row row : rows) {
            List<OfOrder> orders = bySale.getOrDefault(row.id(), List.of());
            if (orders.isEmpty()) {
                touched.add(touched(feed, row, Optional.empty()));
            }
            orders.forEach(order -> touched.add(touched(feed, row, Optional.of(order))));
        }
        return touched;
    }

    private static Optional<OfOrder> sale(Row row) {
        return row.row("party")
                .flatMap(party -> party.text("code"))
                .map(customer -> new OfOrder(customer, Long.toString(row.id())));
    }

    private static Touched touched(Feed feed, Row row, Optional<? extends Touched.About> about) {
        Instant at = row.instant(feed.time()).orElseThrow();
        return new Touched(new Position(at, row.id()), about.map(each -> each));
    }

    @Override
    public Instant newest() {
        return Arrays.stream(Feed.values())
                .flatMap(feed -> tryton
                        .search(new Query(
                                feed.model(),
                                List.of(Clause.of(feed.time(), ">", Instant.EPOCH)),
                                1,
                                List.of(List.of(feed.time(), "DESC")),
                                List.of(feed.time())))
                        .stream()
                        .flatMap(row -> row.instant(feed.time()).stream()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    @Override
    public List<OfOrder> open(long after, int most) {
        List<List<Object>> domain = List.of(Clause.of("id", ">", after), Clause.of("state", "not in", ENDED));
        return tryton.search(Query.of(SALE, domain, most, List.of("party.code"))).stream()
                .map(row -> sale(row).orElse(new OfOrder("", Long.toString(row.id()))))
                .toList();
    }

    @Override
    public Optional<Order> order(OfOrder which) {
        return shop.get(which.customerId(), which.orderId());
    }

    @Override
    public Optional<Stock> stock(OfProduct which) {
        return shop.stock(which.sku());
    }
}
