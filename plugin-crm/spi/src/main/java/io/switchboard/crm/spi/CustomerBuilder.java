package io.switchboard.crm.spi;

import io.switchboard.connector.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Collects the components of a {@link Customer}. Not safe for use from several threads. */
public final class CustomerBuilder {
    private final String id;
    private final String name;
    private final LocalDate since;
    private Level level = Level.STANDARD;
    private Money lifetimeSpend = Money.of("0", "CNY");
    private Optional<String> phone = Optional.empty();
    private Optional<String> email = Optional.empty();
    private Optional<String> address = Optional.empty();
    private String language = "zh-CN";
    private List<String> tags = List.of();
    private List<Trait> preferences = List.of();
    private List<Trait> needs = List.of();

    CustomerBuilder(String id, String name, LocalDate since) {
        this.id = id;
        this.name = name;
        this.since = since;
    }

    /** Sets the rank; else {@link Level#STANDARD}. */
    public CustomerBuilder level(Level value) {
        level = value;
        return this;
    }

    /** Sets what they have paid; else nothing, in CNY. */
    public CustomerBuilder lifetimeSpend(Money value) {
        lifetimeSpend = value;
        return this;
    }

    /** Sets the telephone number. */
    public CustomerBuilder phone(Optional<String> value) {
        phone = value;
        return this;
    }

    /** Sets the e-mail address. */
    public CustomerBuilder email(Optional<String> value) {
        email = value;
        return this;
    }

    /** Sets the postal address. */
    public CustomerBuilder address(Optional<String> value) {
        address = value;
        return this;
    }

    /** Sets the language; else {@code zh-CN}. */
    public CustomerBuilder language(String value) {
        language = value;
        return this;
    }

    /** Sets the labels. */
    public CustomerBuilder tags(List<String> value) {
        tags = value;
        return this;
    }

    /** Sets how they like to be served. */
    public CustomerBuilder preferences(List<Trait> value) {
        preferences = value;
        return this;
    }

    /** Sets what they are looking for. */
    public CustomerBuilder needs(List<Trait> value) {
        needs = value;
        return this;
    }

    /** Makes the customer. */
    public Customer build() {
        return new Customer(
                id, name, level, lifetimeSpend, phone, email, address, language, since, tags, preferences, needs);
    }
}
