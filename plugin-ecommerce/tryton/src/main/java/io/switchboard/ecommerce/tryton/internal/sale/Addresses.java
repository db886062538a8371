package io.switchboard.ecommerce.tryton.internal.sale;

import io.switchboard.ecommerce.spi.Address;
import io.switchboard.tryton.Row;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of parties. Tryton 6.0 has no field for a telephone number there, nor for a region that is none of its subdivisions; both
 * stand in the line for the building's name, which is printed below the recipient's.
 */
final class Addresses {
    static final String MODEL = "party.address";

    static final List<String> FIELDS =
            List.of("party_name", "name", "street", "postal_code", "city", "country.code", "subdivision.name");

    private static final String TELEPHONE = "Tel. ";
    private static final Pattern NOTE = Pattern.compile("(?:(.+), )?" + Pattern.quote(TELEPHONE) + "(.+)");

    private Addresses() {}

    /** What stands in the line for the building's name; empty where nothing has to. */
    static Optional<String> note(Optional<String> region, Optional<String> phone) {
        Optional<String> called = phone.map(number -> TELEPHONE + number);
        return region.isEmpty()
                ? called
                : Optional.of(region.get() + called.map(text -> ", " + text).orElse(""));
    }

    /**
     * An address.
     *
     * @param party what its party is called
     * @param country that of addresses which name none
     */
    static Address read(Row row, String party, String country) {
        Optional<String> name = row.text("name");
        Optional<Matcher> note = name.map(NOTE::matcher).filter(Matcher::matches);
        Optional<String> building = note.isPresent() ? Optional.empty() : name;
        Optional<String> subdivision = row.row("subdivision").flatMap(each -> each.text("name"));
        String street = row.text("street").map(Addresses::line).orElse("");
        return Address.builder(
                        row.text("party_name").orElse(party),
                        building.map(text -> text + (street.isEmpty() ? "" : ", " + street))
                                .orElse(street),
                        row.text("city").orElse(""),
                        row.row("country").flatMap(each -> each.text("code")).orElse(country))
                .phone(note.map(match -> match.group(2)))
                .region(subdivision.or(() -> note.flatMap(match -> Optional.ofNullable(match.group(1)))))
                .postcode(row.text("postal_code"))
                .build();
    }

    private static String line(String text) {
        return String.join(", ", text.strip().split("\\s*\\R\\s*"));
    }
}
