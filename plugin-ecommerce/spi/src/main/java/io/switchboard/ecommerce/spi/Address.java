package io.switchboard.ecommerce.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * Where goods go. Immutable; made by {@link #builder}.
 *
 * @param recipient who takes them; at most 200 characters
 * @param phone the recipient's telephone number, as given; at most 40 characters
 * @param street district, street, house and flat, as they stand on a label; at most 500 characters
 * @param city the city; at most 100 characters
 * @param region the province, state or county; at most 100 characters
 * @param postcode the postal code; at most 20 characters
 * @param country the country, two capital letters (ISO 3166-1 alpha-2)
 */
public record Address(
        String recipient,
        Optional<String> phone,
        String street,
        String city,
        Optional<String> region,
        Optional<String> postcode,
        String country) {
    /** Refuses nulls. */
    public Address {
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(street, "street");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(postcode, "postcode");
        Objects.requireNonNull(country, "country");
    }

    /** Begins one by what every address has; the builder stays when components are added. */
    public static Builder builder(String recipient, String street, String city, String country) {
        return new Builder(recipient, street, city, country);
    }

    /** Collects the components. Not safe for use from several threads. */
    public static final class Builder {
        private final String recipient;
        private final String street;
        private final String city;
        private final String country;
        private Optional<String> phone = Optional.empty();
        private Optional<String> region = Optional.empty();
        private Optional<String> postcode = Optional.empty();

        private Builder(String recipient, String street, String city, String country) {
            this.recipient = recipient;
            this.street = street;
            this.city = city;
            this.country = country;
        }

        /** Sets the telephone number. */
        public Builder phone(Optional<String> value) {
            phone = value;
            return this;
        }

        /** Sets the province, state or county. */
        public Builder region(Optional<String> value) {
            region = value;
            return this;
        }

        /** Sets the postal code. */
        public Builder postcode(Optional<String> value) {
            postcode = value;
            return this;
        }

        /** Makes the address. */
        public Address build() {
            return new Address(recipient, phone, street, city, region, postcode, country);
        }
    }
}
