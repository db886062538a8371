package io.switchboard.core.internal.bind;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of a size that people have a use for; others cost memory and time by the megabyte. */
final class Numbers {
    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 60;
    private static final Pattern TEXT = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");

    private Numbers() {}

    /** A number that came as a number or as a string; null where it is neither, or of a size that only an attack has. */
    static @Nullable BigDecimal of(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return BigDecimal.valueOf(node.longValue());
        }
        if (node.isTextual()) {
            String text = node.textValue();
            return text.length() <= LONGEST && TEXT.matcher(text).matches() ? new BigDecimal(text) : null;
        }
        if (!node.isNumber()) {
            return null;
        }
        try {
            BigDecimal number = node.decimalValue();
            return Math.abs((long) number.scale()) > LONGEST || number.precision() > LONGEST ? null : number;
        } catch (NumberFormatException e) {
            // Too great for the parser, which made an infinity of it.
            return null;
        }
    }

    /** Refuses a number of a result that would be written with millions of zeros. */
    static BigDecimal bounded(BigDecimal number, String place) throws IllegalResultException {
        if (Math.abs((long) number.scale()) > LONGEST || number.precision() > MOST_DIGITS) {
            throw new IllegalResultException(place + " is a number with " + number.precision() + " digits and scale "
                    + number.scale() + "; the most are " + MOST_DIGITS + " digits and scale " + LONGEST
                    + "; round it with setScale");
        }
        return number;
    }
}
