package io.switchboard.ticket.redmine.internal.api;

import java.util.Optional;

/**
 * One change within a journal. Immutable.
 *
 * @param property {@code attr} for what each issue has, {@code cf} for a custom field, or another
 * @param name the attribute, such as {@code status_id}, or the custom field's number
 * @param before what it was, as text; empty: nothing
 * @param after what it became, as text; empty: nothing
 */
public record Detail(String property, String name, Optional<String> before, Optional<String> after) {
    /** Whether it is about an attribute. */
    public boolean isOf(String attribute) {
        return property.equals("attr") && name.equals(attribute);
    }

    /** Whether it is about a custom field. */
    public boolean isOf(long field) {
        return property.equals("cf") && name.equals(Long.toString(field));
    }
}
