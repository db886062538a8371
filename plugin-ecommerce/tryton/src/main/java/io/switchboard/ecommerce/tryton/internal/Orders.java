package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.connector.Money;
import io.switchboard.connector.Page;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderLine;
import io.switchboard.ecommerce.spi.OrderQuery;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.ecommerce.tryton.internal.refund.GivenBack;
import io.switchboard.ecommerce.tryton.internal.refund.GivenBackReader;
import io.switchboard.ecommerce.tryton.internal.sale.Ids;
import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import io.switchboard.ecommerce.tryton.internal.sale.SaleLine;
import io.switchboard.ecommerce.tryton.internal.sale.SalePosition;
import io.switchboard.ecommerce.tryton.internal.sale.SaleReader;
import io.switchboard.ecommerce.tryton.internal.sale.WholeSale;
import io.switchboard.ecommerce.tryton.internal.sale.WholeSales;
import io.switchboard.ecommerce.tryton.internal.settings.TrytonSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sales as orders. Safe for use from many threads. */
final class Orders {
    private static final int LINES = 200;
    private static final int BATCH = 20;
    /** Batches that one page may take: then it ends, with a cursor to go on. */
    private static final int BATCHES = 10;

    private final SaleReader sales;
    private final WholeSales wholes;
    private final GivenBackReader givenBack;
    private final TrytonSettings settings;

    Orders(SaleReader sales, WholeSales wholes, GivenBackReader givenBack, TrytonSettings settings) {
        this.sales = sales;
        this.wholes = wholes;
        this.givenBack = givenBack;
        this.settings = settings;
    }

    /** An order, and what it was read from. */
    record Found(WholeSale whole, Order order) {}

    Optional<Found> read(String customerId, String orderId) {
        return sales.find(customerId, orderId).map(this::read);
    }

    Optional<Order> named(String customerId, String number) {
        return sales.named(customerId, number).stream()
                .filter(sale -> number(sale).equals(number))
                .findFirst()
                .map(sale -> read(sale).order());
    }

    Page<Order> list(OrderQuery query) {
        List<Order> found = new ArrayList<>();
        List<String> states = states(query.statuses());
        Optional<SalePosition> after = query.page().cursor().map(SalePosition::parse);
        int limit = query.page().limit();
        for (int i = 0; i < BATCHES; i++) {
            int size = Math.max(BATCH, limit + 1);
            List<Sale> batch = sales.list(query.customerId(), states, after, size);
            for (Found each : read(batch)) {
                Order order = each.order();
                if (query.statuses().isEmpty() || query.statuses().contains(order.status())) {
                    found.add(order);
                }
            }
            if (found.size() > limit) {
                Order last = found.get(limit - 1);
                return Page.of(
                        found.subList(0, limit), Optional.of(position(last).text()));
            }
            if (batch.size() < size) {
                return Page.last(found);
            }
            after = Optional.of(SalePosition.of(batch.get(batch.size() - 1)));
        }
        return Page.of(found, after.map(SalePosition::text));
    }

    private Found read(Sale sale) {
        return read(List.of(sale)).get(0);
    }

    private List<Found> read(List<Sale> batch) {
        Map<Long, GivenBack> back = givenBack.of(batch);
        return wholes.of(batch).stream()
                .map(whole -> new Found(
                        whole, order(whole, back.getOrDefault(whole.sale().id(), GivenBack.NOTHING))))
                .toList();
    }

    private Order order(WholeSale whole, GivenBack back) {
        Sale sale = whole.sale();
        return Order.builder(
                        Ids.text(sale.id()),
                        number(sale),
                        sale.customerId(),
                        sale.placedAt(),
                        money(sale.total().max(BigDecimal.ZERO), sale))
                .status(whole.status())
                .lines(lines(sale, back))
                .shipments(whole.shipments().stream()
                        .map(each -> each.shipment(settings.country()))
                        .toList())
                .paid(money(whole.paid(), sale))
                .refunded(money(back.amount(), sale))
                .version(Versions.of(whole, back))
                .build();
    }

    private static List<OrderLine> lines(Sale sale, GivenBack back) {
        List<SaleLine> all = sale.lines();
        List<BigDecimal> parts = sale.parts();
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(all.size(), LINES); i++) {
            SaleLine line = all.get(i);
            lines.add(
                    OrderLine.of(Ids.text(line.id()), line.sku(), line.name(), line.pieces(), money(parts.get(i), sale))
                            .withRefunded(back.refunded().getOrDefault(line.id(), 0))
                            .withReturning(back.returning().getOrDefault(line.id(), 0)));
        }
        return lines;
    }

    /** What the customer knows it by; a sale that nobody named yet, by its record. */
    private String number(Sale sale) {
        return sale.text(settings.number().field())
                .or(() -> sale.text(settings.number().other().field()))
                .orElse(Ids.text(sale.id()));
    }

    private static Money money(BigDecimal amount, Sale sale) {
        return new Money(amount, sale.currency());
    }

    private static SalePosition position(Order order) {
        return new SalePosition(order.placedAt(), Long.parseLong(order.id()));
    }

    /** In which states of Tryton's the sales of these statuses are; empty: in any. */
    private static List<String> states(Set<OrderStatus> statuses) {
        return statuses.stream()
                .flatMap(status -> switch (status) {
                    case PLACED -> List.of("draft", "quotation").stream();
                    case CONFIRMED, SHIPPED, DELIVERED -> List.of("confirmed", "processing", "done").stream();
                    case CANCELLED -> List.of("cancelled", "confirmed", "processing", "done").stream();
                })
                .distinct()
                .toList();
    }
}
