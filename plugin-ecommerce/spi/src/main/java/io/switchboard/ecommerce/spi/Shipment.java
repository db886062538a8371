package io.switchboard.ecommerce.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Goods of an order that go together. Immutable; made by {@link #builder}.
 *
 * @param id the backend's own id; at most 100 characters
 * @param status where it stands, as the shop knows
 * @param address where it goes; empty where the shop does not say
 * @param carrier who carries it, by the shop's name for the carrier; empty text where nobody is named yet
 * @param trackingNumber the carrier's number for it; empty before there is one
 * @param sentAt when it was handed to the carrier
 * @param deliveredAt when it arrived, where the shop knows that
 */
public record Shipment(
        String id,
        ShipmentStatus status,
        Optional<Address> address,
        String carrier,
        Optional<String> trackingNumber,
        Optional<Instant> sentAt,
        Optional<Instant> deliveredAt) {
    /** Refuses nulls. */
    public Shipment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(carrier, "carrier");
        Objects.requireNonNull(trackingNumber, "trackingNumber");
        Objects.requireNonNull(sentAt, "sentAt");
        Objects.requireNonNull(deliveredAt, "deliveredAt");
    }

    /** Begins one by what every shipment has; the builder stays when components are added. */
    public static Builder builder(String id, ShipmentStatus status) {
        return new Builder(id, status);
    }

    /** Collects the components. Not safe for use from several threads. */
    public static final class Builder {
        private final String id;
        private final ShipmentStatus status;
        private Optional<Address> address = Optional.empty();
        private String carrier = "";
        private Optional<String> trackingNumber = Optional.empty();
        private Optional<Instant> sentAt = Optional.empty();
        private Optional<Instant> deliveredAt = Optional.empty();

        private Builder(String id, ShipmentStatus status) {
            this.id = id;
            this.status = status;
        }

        /** Sets where it goes. */
        public Builder address(Optional<Address> value) {
            address = value;
            return this;
        }

        /** Sets who carries it. */
        public Builder carrier(String value) {
            carrier = value;
            return this;
        }

        /** Sets the carrier's number. */
        public Builder trackingNumber(Optional<String> value) {
            trackingNumber = value;
            return this;
        }

        /** Sets when it was handed to the carrier. */
        public Builder sentAt(Optional<Instant> value) {
            sentAt = value;
            return this;
        }

        /** Sets when it arrived. */
        public Builder deliveredAt(Optional<Instant> value) {
            deliveredAt = value;
            return this;
        }

        /** Makes the shipment. */
        public Shipment build() {
            return new Shipment(id, status, address, carrier, trackingNumber, sentAt, deliveredAt);
        }
    }
}
