package io.switchboard.crm.tryton.internal;

import io.switchboard.tryton.Row;

/** A category that a party is in. */
record Category(long id, String name) {
    static final String MODEL = "party.category";

    static Category of(Row row) {
        return new Category(row.id(), row.text("name").orElse(""));
    }
}
