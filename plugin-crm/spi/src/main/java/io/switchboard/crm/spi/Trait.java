package io.switchboard.crm.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * A preference or a need that a customer shows. Immutable.
 *
 * @param name which one, such as {@code contact-time}; one of each name per customer and kind
 * @param value what it is, as somebody put it
 * @param confidence how sure that is, 0 to 1
 * @param observedAt when it was observed last
 */
public record Trait(String name, String value, BigDecimal confidence, Instant observedAt) {
    /** Refuses nulls. */
    public Trait {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(observedAt, "observedAt");
    }

    /** A trait; stays when components are added. */
    public static Trait of(String name, String value, BigDecimal confidence, Instant observedAt) {
        return new Trait(name, value, confidence, observedAt);
    }
}
