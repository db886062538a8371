package io.switchboard.crm.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that was learnt of a customer: that a topic holds, with a value, or that it holds no longer. Immutable.
 *
 * @param customerId of whom
 * @param topic of what
 * @param value what holds, 1 to 500 characters, the empty text for a tag; empty: the topic holds no longer
 * @param source who says so
 * @param confidence how sure it is: 0 to 1, at most three digits behind the point
 * @param correlationId the act that writes it: the same in every attempt, different for every other; at most 32 characters of
 *     {@code [a-z0-9]}
 * @param at when it was observed
 */
public record Observation(
        String customerId,
        Topic topic,
        Optional<String> value,
        Source source,
        BigDecimal confidence,
        String correlationId,
        Instant at) {
    private static final BigDecimal LIKELY = new BigDecimal("0.5");

    /** Refuses nulls and a confidence out of bounds. */
    public Observation {
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(correlationId, "correlationId");
        Objects.requireNonNull(at, "at");
        if (confidence.signum() < 0 || confidence.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
    }

    /**
     * Whether this takes the place of what the customer shows now: people change their minds, so the newest counts, but a guess
     * (below 0.5) never displaces what is surer than itself.
     *
     * @param present the confidence in what the customer shows now
     */
    public boolean outweighs(BigDecimal present) {
        return confidence.compareTo(LIKELY) >= 0 || confidence.compareTo(present) >= 0;
    }
}
