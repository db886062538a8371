package io.switchboard.crm.spi;

import io.switchboard.connector.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer as they stood when they were read. Immutable; made by {@link #builder}.
 *
 * @param id the CRM's id; at most 100 characters
 * @param name the full name
 * @param level how the company ranks them
 * @param lifetimeSpend all that they have paid so far, less what they got back
 * @param phone the telephone number, as the CRM keeps it
 * @param email the e-mail address
 * @param address the postal address, on one line
 * @param language the language they want to be served in, as a BCP 47 tag such as {@code zh-CN}
 * @param since the day they became a customer
 * @param tags the labels they bear
 * @param preferences how they like to be served
 * @param needs what they are looking for now
 */
public record Customer(
        String id,
        String name,
        Level level,
        Money lifetimeSpend,
        Optional<String> phone,
        Optional<String> email,
        Optional<String> address,
        String language,
        LocalDate since,
        List<String> tags,
        List<Trait> preferences,
        List<Trait> needs) {
    /** Refuses nulls and copies the lists. */
    public Customer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(lifetimeSpend, "lifetimeSpend");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(since, "since");
        tags = List.copyOf(tags);
        preferences = List.copyOf(preferences);
        needs = List.copyOf(needs);
    }

    /** Begins one by what every customer has; the builder stays when components are added. */
    public static CustomerBuilder builder(String id, String name, LocalDate since) {
        return new CustomerBuilder(id, name, since);
    }
}
