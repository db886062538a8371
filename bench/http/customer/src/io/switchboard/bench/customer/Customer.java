package io.switchboard.bench.customer;

import java.util.List;

/**
 * What the hub's {@code customer.get} tells its demo chatbot of the demo's first customer, as a record that any JSON library writes.
 * Immutable.
 *
 * @param customerId the id
 * @param name the full name
 * @param level the level
 * @param tags the tags
 * @param preferences the preferences
 * @param needs the needs
 * @param contact the masked contact data
 * @param language the language
 * @param since the first day
 */
public record Customer(
        String customerId,
        String name,
        String level,
        List<String> tags,
        List<Trait> preferences,
        List<Trait> needs,
        Contact contact,
        String language,
        String since) {

    /**
     * Something known of the customer.
     *
     * @param name what
     * @param value its value
     * @param confidence how sure that is
     * @param observedAt when that was found
     */
    public record Trait(String name, String value, String confidence, String observedAt) {}

    /**
     * Where the customer is reached.
     *
     * @param phone the telephone number
     * @param email the e-mail address
     * @param address the postal address
     */
    public record Contact(String phone, String email, String address) {}
}
