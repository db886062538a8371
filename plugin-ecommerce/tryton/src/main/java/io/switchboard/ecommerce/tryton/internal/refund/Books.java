package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.ecommerce.spi.ReturnStatus;
import io.switchboard.ecommerce.tryton.internal.sale.Sale;
import io.switchboard.ecommerce.tryton.internal.sale.SaleLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was charged for a sale, what was given back of it, and what came back. Immutable.
 *
 * @param sale the sale
 * @param billed the lines of its invoices that are in the books
 * @param credited the lines of credit notes that count
 * @param returns its returns, the oldest first
 */
record Books(Sale sale, List<Billed> billed, List<Credited> credited, List<ReturnSale> returns) {
    private static final int DIGITS = 2;

    /** A part of a line of an invoice. */
    record Portion(Billed line, BigDecimal quantity) {}

    Books {
        billed = List.copyOf(billed);
        credited = List.copyOf(credited);
        returns = List.copyOf(returns);
    }

    /** How many pieces of a line money was given back for. */
    int refunded(SoldLine line) {
        return line.pieces(creditedOf(line));
    }

    /** How many pieces of a line came back or are expected to. */
    int returning(SoldLine line) {
        List<SoldLine> expected = returns.stream()
                .filter(each -> each.status() != ReturnStatus.WITHDRAWN)
                .flatMap(each -> each.lines().stream())
                .toList();
        return line.pieces(Matching.of(expected, sale).getOrDefault(line.id(), BigDecimal.ZERO));
    }

    /** The money that was given back, tax included. */
    BigDecimal refunded() {
        return credited.stream()
                .collect(Collectors.toMap(Credited::note, Function.identity(), (one, another) -> one))
                .values()
                .stream()
                .map(this::refundedBy)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .max(BigDecimal.ZERO);
    }

    /** The money that a note gives back for this sale, tax included; it is named by any of its lines. */
    BigDecimal refundedBy(Credited note) {
        // One of the hub's own is all for this sale, fee and rounding with it.
        if (Mark.isOurs(note.reference())) {
            return note.total();
        }
        BigDecimal part = credited.stream()
                .filter(each -> each.note() == note.note())
                .map(Credited::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return share(note.total(), part, note.untaxed());
    }

    /** What was paid of what was charged for it, tax included. */
    BigDecimal paid() {
        Map<Long, BigDecimal> parts = new LinkedHashMap<>();
        Map<Long, Billed> invoices = new HashMap<>();
        for (Billed each : billed) {
            parts.merge(each.invoice().id(), each.amount(), BigDecimal::add);
            invoices.put(each.invoice().id(), each);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Long, BigDecimal> part : parts.entrySet()) {
            Billed line = invoices.get(part.getKey());
            if (line != null) {
                BigDecimal paid = line.invoice()
                        .decimal("total_amount")
                        .orElse(BigDecimal.ZERO)
                        .subtract(line.invoice().decimal("amount_to_pay").orElse(BigDecimal.ZERO));
                sum = sum.add(share(
                        paid,
                        part.getValue(),
                        line.invoice().decimal("untaxed_amount").orElse(BigDecimal.ZERO)));
            }
        }
        return sum;
    }

    /** What is left to be given back for of a line, by the invoices that charged it. */
    List<Portion> left(SoldLine line) {
        List<Portion> portions = new ArrayList<>();
        BigDecimal elsewhere = creditedOf(line);
        for (Billed each : billedOf(line)) {
            BigDecimal direct = direct(each);
            elsewhere = elsewhere.subtract(direct);
            portions.add(new Portion(each, each.quantity().subtract(direct).max(BigDecimal.ZERO)));
        }
        // What was given back by the invoice of a return is of no certain line.
        List<Portion> left = new ArrayList<>();
        for (Portion each : portions) {
            BigDecimal taken = each.quantity().min(elsewhere.max(BigDecimal.ZERO));
            elsewhere = elsewhere.subtract(taken);
            if (each.quantity().compareTo(taken) > 0) {
                left.add(new Portion(each.line(), each.quantity().subtract(taken)));
            }
        }
        return left;
    }

    private List<Billed> billedOf(SoldLine line) {
        return billed.stream()
                .filter(each -> each.origin().equals(origin(line.id())))
                .toList();
    }

    private BigDecimal creditedOf(SoldLine line) {
        BigDecimal direct = billedOf(line).stream().map(this::direct).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<SoldLine> byReturns = credited.stream()
                .filter(each -> billed.stream().noneMatch(any -> any.reference().equals(each.origin())))
                .map(Credited::line)
                .toList();
        return direct.add(Matching.of(byReturns, sale).getOrDefault(line.id(), BigDecimal.ZERO));
    }

    private BigDecimal direct(Billed line) {
        return credited.stream()
                .filter(each -> each.origin().equals(line.reference()))
                .map(each -> each.line().quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As Tryton refers to a line of a sale. */
    static String origin(long line) {
        return SaleLine.MODEL + "," + line;
    }

    private BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        if (whole.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return amount.multiply(part).divide(whole, Math.max(DIGITS, amount.scale()), RoundingMode.HALF_UP);
    }
}
