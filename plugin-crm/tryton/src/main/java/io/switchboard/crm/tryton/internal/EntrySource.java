package io.switchboard.crm.tryton.internal;

import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryKind;
import io.switchboard.tryton.Row;
import java.util.List;
import java.util.Optional;

/** The two models whose records tell a customer's history. Of entries of one moment those of the first come first. */
enum EntrySource {
    /** What customers complained of, with a model of its own where the module {@code sale_complaint} is there. */
    COMPLAINT(
            'c',
            "sale.complaint",
            EntryKind.COMPLAINT,
            List.of("customer", "type.name", "description", "state", "create_date")) {
        @Override
        Object owner(Party party) {
            return party.id();
        }

        @Override
        boolean isOf(Row row, Party party) {
            return row.number("customer").equals(Optional.of(party.id()));
        }

        @Override
        Entry.Builder fill(Entry.Builder entry, Row row) {
            String text = row.text("description").orElse("");
            String type = row.row("type").flatMap(each -> each.text("name")).orElse("");
            return entry.subject(text.isEmpty() ? type : firstLine(text))
                    .text(text)
                    .status(row.text("state"));
        }
    },
    /** What people wrote down about them: the notes of a party. */
    NOTE('n', "ir.note", EntryKind.CONTACT, List.of("resource", "message", "create_date")) {
        @Override
        Object owner(Party party) {
            return Party.MODEL + "," + party.id();
        }

        @Override
        boolean isOf(Row row, Party party) {
            return row.text("resource").equals(Optional.of(owner(party)));
        }

        @Override
        Entry.Builder fill(Entry.Builder entry, Row row) {
            String text = row.text("message").orElse("");
            return entry.subject(firstLine(text)).text(text);
        }
    };

    private static final int LINE = 200;

    private final char letter;
    private final String model;
    private final EntryKind kind;

    // Made by List.of, but there is no type that says so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> fields;

    EntrySource(char letter, String model, EntryKind kind, List<String> fields) {
        this.letter = letter;
        this.model = model;
        this.kind = kind;
        this.fields = fields;
    }

    /** What its field of the owner holds. */
    abstract Object owner(Party party);

    abstract boolean isOf(Row row, Party party);

    abstract Entry.Builder fill(Entry.Builder entry, Row row);

    /** The field that says whose it is. */
    String ownerField() {
        return fields.get(0);
    }

    char letter() {
        return letter;
    }

    String model() {
        return model;
    }

    EntryKind kind() {
        return kind;
    }

    List<String> fields() {
        return fields;
    }

    static EntrySource of(char letter) {
        for (EntrySource each : values()) {
            if (each.letter == letter) {
                return each;
            }
        }
        throw new IllegalArgumentException("no source " + letter);
    }

    private static String firstLine(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        int end = line.offsetByCodePoints(0, Math.min(LINE, line.codePointCount(0, line.length())));
        return line.substring(0, end);
    }
}
