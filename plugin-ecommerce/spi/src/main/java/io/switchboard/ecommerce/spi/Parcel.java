package io.switchboard.ecommerce.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A parcel as its carrier knows it. Immutable; made by {@link #builder}.
 *
 * @param trackingNumber the carrier's number for it
 * @param status where it stands
 * @param redirectable whether the carrier would still take it to another address
 * @param expected when it is expected to arrive
 * @param deliveredAt when it arrived
 * @param steps what happened to it, the oldest first; at most the last 100
 */
public record Parcel(
        String trackingNumber,
        ParcelStatus status,
        boolean redirectable,
        Optional<LocalDate> expected,
        Optional<Instant> deliveredAt,
        List<TrackingStep> steps) {
    /** Refuses nulls; copies the list. */
    public Parcel {
        Objects.requireNonNull(trackingNumber, "trackingNumber");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(deliveredAt, "deliveredAt");
        steps = List.copyOf(steps);
    }

    /** Begins one by what every parcel has; the builder stays when components are added. */
    public static Builder builder(String trackingNumber, ParcelStatus status) {
        return new Builder(trackingNumber, status);
    }

    /** Collects the components. Not safe for use from several threads. */
    public static final class Builder {
        private final String trackingNumber;
        private final ParcelStatus status;
        private boolean redirectable;
        private Optional<LocalDate> expected = Optional.empty();
        private Optional<Instant> deliveredAt = Optional.empty();
        private List<TrackingStep> steps = List.of();

        private Builder(String trackingNumber, ParcelStatus status) {
            this.trackingNumber = trackingNumber;
            this.status = status;
        }

        /** Sets whether it can be redirected; it cannot, unless it is set. */
        public Builder redirectable(boolean value) {
            redirectable = value;
            return this;
        }

        /** Sets when it is expected. */
        public Builder expected(Optional<LocalDate> value) {
            expected = value;
            return this;
        }

        /** Sets when it arrived. */
        public Builder deliveredAt(Optional<Instant> value) {
            deliveredAt = value;
            return this;
        }

        /** Sets what happened to it. */
        public Builder steps(List<TrackingStep> value) {
            steps = value;
            return this;
        }

        /** Makes the parcel. */
        public Parcel build() {
            return new Parcel(trackingNumber, status, redirectable, expected, deliveredAt, steps);
        }
    }
}
