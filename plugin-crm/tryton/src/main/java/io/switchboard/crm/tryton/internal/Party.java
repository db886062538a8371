package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.Money;
import io.switchboard.crm.observations.Facts;
import io.switchboard.crm.spi.ContactPoint;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.Topic;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Stamp;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A party as it was read. */
record Party(Row row) {
    static final String MODEL = "party.party";

    static final List<String> FIELDS = List.of(
            "code",
            "name",
            "create_date",
            "lang.code",
            "categories.name",
            "addresses.full_address",
            "addresses.delivery",
            "contact_mechanisms.type",
            "contact_mechanisms.value",
            Stamp.FIELD);

    /** What a telephone number may be called, the one that is most likely answered first. */
    private static final List<String> PHONES = List.of("mobile", "phone");

    private static final String EMAIL = "email";

    long id() {
        return row.id();
    }

    String code() {
        return row.text("code").orElse("");
    }

    Stamp stamp() {
        return Stamp.of(MODEL, row);
    }

    /** The names of the categories, in Tryton's order. */
    List<Category> categories() {
        return row.rows("categories").stream().map(Category::of).toList();
    }

    /** Whether one of its contact mechanisms is this, in whatever spelling. */
    boolean has(ContactPoint contact) {
        return switch (contact.kind()) {
            case PHONE -> values(PHONES).map(ContactPoint::phone).anyMatch(contact::equals);
            case EMAIL -> values(List.of(EMAIL)).map(ContactPoint::email).anyMatch(contact::equals);
        };
    }

    Customer customer(Ranks ranks, String language, Money spend, Facts facts) {
        return Customer.builder(
                        code(),
                        row.text("name").orElse(""),
                        row.instant("create_date")
                                .orElseThrow()
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate())
                .level(ranks.level(categories()))
                .lifetimeSpend(spend)
                .phone(values(PHONES).findFirst())
                .email(values(List.of(EMAIL)).findFirst())
                .address(address())
                .language(row.row("lang")
                        .flatMap(lang -> lang.text("code"))
                        .map(code -> code.replace('_', '-'))
                        .orElse(language))
                .tags(ranks.tags(categories()))
                .preferences(facts.traits(Topic.Kind.PREFERENCE))
                .needs(facts.traits(Topic.Kind.NEED))
                .build();
    }

    private Stream<String> values(List<String> types) {
        return row.rows("contact_mechanisms").stream()
                .filter(each -> types.contains(each.text("type").orElse("")))
                .sorted(Comparator.comparingInt(
                        each -> types.indexOf(each.text("type").orElse(""))))
                .flatMap(each -> each.text("value").stream());
    }

    /** That of deliveries, else the first, on one line. */
    private Optional<String> address() {
        List<Row> all = row.rows("addresses");
        return Stream.concat(all.stream().filter(each -> each.flag("delivery")), all.stream())
                .flatMap(each -> each.text("full_address").stream())
                .findFirst()
                .map(text -> String.join(", ", text.strip().split("\\s*\\R\\s*")));
    }
}
