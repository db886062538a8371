package io.switchboard.core.internal.reader;

import io.switchboard.connector.Attachment;
import io.switchboard.connector.Money;
import io.switchboard.core.descriptor.ValueType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of the table that hold no other. */
final class ScalarTypes {
    private static final Map<Class<?>, ValueType> SIMPLE = Map.of(
            boolean.class, new ValueType.BooleanType(),
            Boolean.class, new ValueType.BooleanType(),
            LocalDate.class, new ValueType.DateType(),
            Instant.class, new ValueType.InstantType(),
            Duration.class, new ValueType.DurationType(),
            URI.class, new ValueType.UriType(),
            Money.class, new ValueType.MoneyType(),
            Attachment.class, new ValueType.AttachmentType());

    private ScalarTypes() {}

    static @Nullable ValueType of(Class<?> type, Constraints constraints) {
        if (type == String.class) {
            constraints.takesLength();
            constraints.takesPattern();
            return new ValueType.TextType(
                    constraints.lengthMin(), constraints.lengthMax(Limits.TEXT), constraints.pattern());
        }
        if (type == int.class || type == Integer.class) {
            constraints.takesIntRange();
            long least = Math.max(constraints.rangeMin(), Integer.MIN_VALUE);
            long greatest = Math.min(constraints.rangeMax(), Integer.MAX_VALUE);
            return new ValueType.IntegerType(32, least, greatest);
        }
        if (type == long.class || type == Long.class) {
            constraints.takesRange();
            return new ValueType.IntegerType(64, constraints.rangeMin(), constraints.rangeMax());
        }
        if (type == BigDecimal.class) {
            constraints.takesRange();
            return new ValueType.DecimalType(constraints.rangeMin(), constraints.rangeMax());
        }
        return SIMPLE.get(type);
    }
}
