package io.switchboard.ecommerce.tryton.internal.settings;

import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.tryton.Credentials;
import java.time.Duration;
import java.util.Objects;

/**
 * The settings of one instance. Immutable.
 *
 * @param http where Tryton is
 * @param database the database's name
 * @param credentials who the hub is to Tryton
 * @param number which field of a sale holds what the customer knows the order by
 * @param country that of addresses which name none, two capital letters (ISO 3166-1 alpha-2)
 * @param poll how often it is asked for what happened; zero: never
 * @param arrival how long after it was sent a shipment counts as arrived; zero: never, since Tryton does not know
 */
public record TrytonSettings(
        HttpBackendSettings http,
        String database,
        Credentials credentials,
        NumberField number,
        String country,
        Duration poll,
        Duration arrival) {
    /** Refuses nulls. */
    public TrytonSettings {
        Objects.requireNonNull(http, "http");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(poll, "poll");
        Objects.requireNonNull(arrival, "arrival");
    }

    /** The instance's name. */
    public String instance() {
        return http.name();
    }
}
