package io.switchboard.ecommerce.tryton.internal.settings;

import java.util.Locale;

/** The fields of a sale that may hold an order's number. */
public enum NumberField {
    /** The number that Tryton gave. */
    NUMBER,
    /** The reference: what the web shop that the order came from calls it. */
    REFERENCE;

    /** As Tryton calls the field. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that counts where this is empty. */
    public NumberField other() {
        return this == NUMBER ? REFERENCE : NUMBER;
    }
}
