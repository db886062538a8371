package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What pieces of an order cost. Pieces that are paid back one by one come to the line's total in the end, to the cent. */
public final class Pricing {
    /** Why not: nothing of it was paid. */
    public static final String NOT_PAID = "not-paid";
    /** Why not: all of it was paid back already. */
    public static final String ALREADY_REFUNDED = "already-refunded";
    /** Why not: it is more than was bought, or than was paid and is not paid back yet. */
    public static final String ABOVE_PAID = "above-paid";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_USUAL_DIGITS = 2;

    private Pricing() {}

    /** The pieces that are wanted, or all that are left where none are named, with what they cost. */
    static List<RefundLine> lines(Order order, List<LineQuantity> wanted) {
        if (order.paid().amount().signum() == 0) {
            throw ConnectorException.of(ErrorCode.CONFLICT, NOT_PAID);
        }
        List<RefundLine> lines = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (LineQuantity each : wanted.isEmpty() ? left(order) : wanted) {
            OrderLine line = order.lines().stream()
                    .filter(any -> any.id().equals(each.lineId()))
                    .findFirst()
                    .orElseThrow(Pricing::noSuchItem);
            if (!named.add(line.id())) {
                throw noSuchItem();
            }
            if (line.refunded() == line.quantity()) {
                throw ConnectorException.of(ErrorCode.CONFLICT, ALREADY_REFUNDED);
            }
            if (line.refunded() + each.quantity() > line.quantity()) {
                throw ConnectorException.of(ErrorCode.LIMIT_EXCEEDED, ABOVE_PAID);
            }
            lines.add(new RefundLine(line.id(), line.name(), each.quantity(), amount(line, each.quantity())));
        }
        if (lines.isEmpty()) {
            throw ConnectorException.of(ErrorCode.CONFLICT, ALREADY_REFUNDED);
        }
        return lines;
    }

    /** The sum of what lines cost. */
    static Money sum(List<RefundLine> lines, String currency) {
        return new Money(
                lines.stream().map(line -> line.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add), currency);
    }

    /** What is kept of an amount. */
    static Money fee(Money amount, int percent) {
        BigDecimal fee = amount.amount()
                .multiply(BigDecimal.valueOf(percent))
                .divide(HUNDRED, digits(amount.currency()), RoundingMode.HALF_UP);
        return new Money(fee, amount.currency());
    }

    static Money minus(Money amount, Money part) {
        return new Money(amount.amount().subtract(part.amount()), amount.currency());
    }

    private static List<LineQuantity> left(Order order) {
        return order.lines().stream()
                .filter(line -> line.refunded() < line.quantity())
                .map(line -> new LineQuantity(line.id(), line.quantity() - line.refunded()))
                .toList();
    }

    private static Money amount(OrderLine line, int pieces) {
        BigDecimal until = share(line, line.refunded() + pieces);
        return new Money(
                until.subtract(share(line, line.refunded())), line.total().currency());
    }

    /** What the first so many pieces cost; rounded, but exact for all of them. */
    private static BigDecimal share(OrderLine line, int pieces) {
        BigDecimal total = line.total().amount();
        return pieces == line.quantity()
                ? total
                : total.multiply(BigDecimal.valueOf(pieces))
                        .divide(
                                BigDecimal.valueOf(line.quantity()),
                                digits(line.total().currency()),
                                RoundingMode.HALF_UP);
    }

    /** With how many decimals a currency is paid. */
    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return MOST_USUAL_DIGITS;
        }
    }

    private static ConnectorException noSuchItem() {
        return ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at("items");
    }
}
