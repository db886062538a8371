package io.switchboard.core.internal.bind;

import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.internal.mask.HandleText;
import io.switchboard.core.internal.mask.PlainText;
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
    private static final int LONGEST_URI = 2_000;

    private ScalarReaders() {}

    /** Takes, where customers write it, what can deceive out of a text before it is looked at any further. */
    static ValueReader text(ValueType.TextType type, ReaderCompiler.Marks marks) {
        Pattern pattern = type.pattern().isEmpty() ? null : Pattern.compile(type.pattern());
        Text expected = Expected.of(type);
        return (node, reading) -> {
            if (!node.isTextual()) {
                reading.fault("type", expected);
                return null;
            }
            if (!reading.strict()) {
                return node.textValue();
            }
            String text = sent(node.textValue(), marks, reading);
            return text == null || !fits(text, type, pattern, reading) ? null : text;
        };
    }

    /** What was sent, with the values that its handles stand for; null where one stands for nothing. */
    private static @Nullable String sent(String text, ReaderCompiler.Marks marks, Reading reading) {
        String plain = marks.untrusted() ? PlainText.of(text) : text;
        if (marks.sensitive().isEmpty()) {
            return plain;
        }
        String resolved = HandleText.resolved(marks.sensitive().get(), plain, reading.handles());
        if (resolved == null) {
            reading.fault("value", Expected.HANDLE);
        }
        return resolved;
    }

    private static boolean fits(String text, ValueType.TextType type, @Nullable Pattern pattern, Reading reading) {
        if (!isSound(text, reading)) {
            return false;
        }
        int length = text.codePointCount(0, text.length());
        if (length < type.min() || length > type.max()) {
            reading.fault("length", Expected.length(type.min(), type.max()));
            return false;
        }
        if (pattern != null && !Matching.matches(pattern, text)) {
            reading.fault("pattern", Expected.pattern(type.pattern()));
            return false;
        }
        return true;
    }

    /** Whether every store, log and transport can hold a text; notes the fault where not. */
    static boolean isSound(String text, Reading reading) {
        if (text.indexOf('\0') >= 0) {
            reading.fault("value", Expected.NUL);
            return false;
        }
        if (!WellFormed.is(text)) {
            reading.fault("value", Expected.HALF);
            return false;
        }
        return true;
    }

    /** Refuses a text of nothing but spaces, for what names one thing among many. */
    static ValueReader notBlank(ValueReader reader) {
        return (node, reading) -> {
            Object value = reader.read(node, reading);
            if (reading.strict() && value instanceof String text && isBlank(text)) {
                reading.fault("value", Expected.BLANK);
                return null;
            }
            return value;
        };
    }

    private static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
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
            BigDecimal number = type.bits() == 32 && node.isTextual() ? null : Numbers.of(node);
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
            BigDecimal number = Numbers.of(node);
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
