package io.switchboard.ecommerce.tryton.internal.sale;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** The sale that a page ended with: what a cursor holds. Tryton tells times by the microsecond. */
public record SalePosition(Instant at, long id) {
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,11})\\.([0-9a-z]{1,6})");

    /** That of a sale. */
    public static SalePosition of(Sale sale) {
        return new SalePosition(sale.placedAt(), sale.id());
    }

    /** One that was given out before; anything else is the caller's mistake. */
    public static SalePosition parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at("cursor");
        }
        long micros = Long.parseLong(form.group(1), Character.MAX_RADIX);
        return new SalePosition(
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS), Long.parseLong(form.group(2), Character.MAX_RADIX));
    }

    /** As it is given out. */
    public String text() {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at), Character.MAX_RADIX) + "."
                + Long.toString(id, Character.MAX_RADIX);
    }
}
