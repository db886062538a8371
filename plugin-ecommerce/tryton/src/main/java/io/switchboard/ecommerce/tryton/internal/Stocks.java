package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.ecommerce.spi.Stock;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Tryton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much there is of products, in all warehouses together. Safe for use from many threads. */
final class Stocks {
    static final String MODEL = "product.product";
    static final List<String> FIELDS = List.of("code", "name", "type", "forecast_quantity");

    private static final int WAREHOUSES = 100;
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Tryton tryton;
    private final Clock clock;

    Stocks(Tryton tryton, Clock clock) {
        this.tryton = tryton;
        this.clock = clock;
    }

    Optional<Stock> find(String sku) {
        if (sku.isBlank()) {
            return Optional.empty();
        }
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Query query =
                Query.of(MODEL, List.of(Clause.of("code", "=", sku), Clause.of("type", "!=", "service")), 2, FIELDS);
        // What is promised to others is not there any more, and what is to come is not there yet.
        Map<String, Object> context =
                Map.of("locations", warehouses(), "stock_date_end", today, "stock_skip_warehouse", true);
        return tryton.search(query, context).stream()
                .filter(row -> row.text("code").filter(sku::equals).isPresent())
                .findFirst()
                .map(row -> stock(row, sku, today));
    }

    private Stock stock(Row row, String sku, LocalDate today) {
        BigDecimal left = row.quantity("forecast_quantity").orElse(BigDecimal.ZERO);
        int available = left.max(BigDecimal.ZERO)
                .min(MOST)
                .setScale(0, RoundingMode.DOWN)
                .intValueExact();
        return new Stock(
                sku, row.text("name").orElse(sku), available, available > 0 ? Optional.empty() : next(row.id(), today));
    }

    private List<Long> warehouses() {
        return tryton
                .search(Query.of(
                        "stock.location", List.of(Clause.of("type", "=", "warehouse")), WAREHOUSES, List.of("id")))
                .stream()
                .map(Row::id)
                .toList();
    }

    /** The next day on which a supplier is to deliver. */
    private Optional<LocalDate> next(long product, LocalDate today) {
        List<List<Object>> domain = List.of(
                Clause.of("product", "=", product),
                Clause.of("state", "in", List.of("draft", "assigned")),
                Clause.of("from_location.type", "=", "supplier"),
                Clause.of("planned_date", ">=", today));
        List<List<String>> soonest = List.of(List.of("planned_date", "ASC"), List.of("id", "ASC"));
        return tryton.search(new Query("stock.move", domain, 1, soonest, List.of("planned_date"))).stream()
                .flatMap(row -> row.date("planned_date").stream())
                .findFirst();
    }
}
