package io.switchboard.core.internal.bind;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Readers of the types that are one value on the wire. */
final class ScalarReaders {
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_URI = 2_000;

    private ScalarReaders() {}

    static ValueReader text(ValueType.TextType type) {
        Pattern pattern = type.pattern().isEmpty() ? null : Pattern.compile(type.pattern());
        Text expected = Expected.of(type);
        return (node, reading) -> {
            if (!node.isTextual()) {
                reading.fault("type", expected);
                return null;
            }
            String text = node.textValue();
            return reading.strict() && !fits(text, type, pattern, reading) ? null : text;
        };
    }

    private static boolean fits(String text, ValueType.TextType type, @Nullable Pattern pattern, Reading reading) {
        if (text.indexOf('\0') >= 0) {
            reading.fault("value", Expected.NUL);
            return false;
        }
        int length = text.codePointCount(0, text.length());
        if (length < type.min() || length > type.max()) {
            reading.fault("length", Expected.length(type.min(), type.max()));
            return false;
        }
        if (pattern != null && !pattern.matcher(text).matches()) {
            reading.fault("pattern", Expected.pattern(type.pattern()));
            return false;
        }
        return true;
    }

    static ValueReader bool(ValueType type) {
        Text expected = Expected.of(type);
        return (node, reading) -> {
            if (!node.isBoolean()) {
                reading.fault("type", expected);
                return null;
            }
            return node.booleanValue();
        };
    }

    static ValueReader integer(ValueType.IntegerType type) {
        Text expected = Expected.of(type);
        Text range = Expected.range(type.min(), type.max());
        return (node, reading) -> {
            BigDecimal number = type.bits() == 32 && node.isTextual() ? null : number(node);
            if (number == null || number.stripTrailingZeros().scale() > 0) {
                reading.fault("type", expected);
                return null;
            }
            if (number.compareTo(BigDecimal.valueOf(type.min())) < 0
                    || number.compareTo(BigDecimal.valueOf(type.max())) > 0) {
                reading.fault("range", range);
                return null;
            }
            // Two statements, for a conditional of int and long would be a long in both cases.
            if (type.bits() == 32) {
                return number.intValueExact();
            }
            return number.longValueExact();
        };
    }

    static ValueReader decimal(ValueType.DecimalType type) {
        Text expected = Expected.of(type);
        Text range = Expected.range(type.min(), type.max());
        return (node, reading) -> {
            BigDecimal number = number(node);
            if (number == null) {
                reading.fault("type", expected);
                return null;
            }
            if (number.compareTo(BigDecimal.valueOf(type.min())) < 0
                    || number.compareTo(BigDecimal.valueOf(type.max())) > 0) {
                reading.fault("range", range);
                return null;
            }
            return number;
        };
    }

    /** A number that came as a number or as a string; null where it is neither, or of a size that only an attack has. */
    static @Nullable BigDecimal number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return BigDecimal.valueOf(node.longValue());
        }
        String text = node.isNumber() ? node.decimalValue().toString() : node.isTextual() ? node.textValue() : "";
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > LONGEST_NUMBER ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static ValueReader date(ValueType type) {
        return parsed(type, LocalDate::parse);
    }

    static ValueReader instant(ValueType type) {
        return parsed(type, ScalarReaders::parseInstant);
    }

    private static Instant parseInstant(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : OffsetDateTime.parse(text).toInstant();
    }

    static ValueReader duration(ValueType type) {
        return parsed(type, Duration::parse);
    }

    static ValueReader uri(ValueType type) {
        return parsed(type, ScalarReaders::parseUri);
    }

    private static URI parseUri(String text) {
        try {
            URI uri = new URI(text);
            if (!uri.isAbsolute() || text.length() > LONGEST_URI) {
                throw new IllegalArgumentException("not an absolute URI");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a URI", e);
        }
    }

    @FunctionalInterface
    private interface Parse {
        Object parse(String text);
    }

    private static ValueReader parsed(ValueType type, Parse parse) {
        Text expected = Expected.of(type);
        return (node, reading) -> {
            if (!node.isTextual()) {
                reading.fault("type", expected);
                return null;
            }
            try {
                return parse.parse(node.textValue());
            } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
                reading.fault("format", expected);
                return null;
            }
        };
    }
}
