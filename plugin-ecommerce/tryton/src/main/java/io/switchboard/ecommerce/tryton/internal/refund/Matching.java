package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which lines of a sale those of a return belong to. Tryton does not say: the product tells, and of two lines of one product the price. */
final class Matching {
    private Matching() {}

    /** How much of each line of the sale comes back, by the line's id. */
    static Map<Long, BigDecimal> of(List<SoldLine> back, Sale sale) {
        Map<Long, BigDecimal> quantities = new HashMap<>();
        for (SoldLine line : back) {
            BigDecimal left = line.quantity();
            List<SoldLine> candidates = sale.lines().stream()
                    .map(SoldLine::of)
                    .filter(each -> each.product().isPresent() && each.product().equals(line.product()))
                    .sorted(Comparator.comparing(each -> each.price().compareTo(line.price()) != 0))
                    .toList();
            for (SoldLine each : candidates) {
                BigDecimal room = each.quantity().subtract(quantities.getOrDefault(each.id(), BigDecimal.ZERO));
                BigDecimal taken = left.min(room.max(BigDecimal.ZERO));
                quantities.merge(each.id(), taken, BigDecimal::add);
                left = left.subtract(taken);
            }
        }
        return quantities;
    }
}
