package io.switchboard.ecommerce.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * What happened to a parcel at one moment. Immutable.
 *
 * @param at when
 * @param place where, in the carrier's words; empty text where it does not say
 * @param text what, in the carrier's words
 */
public record TrackingStep(Instant at, String place, String text) {
    /** Refuses nulls. */
    public TrackingStep {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(text, "text");
    }
}
