package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.spi.ContactPoint;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Tryton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds parties; those that were made inactive are none. */
final class Parties {
    private static final int BATCH = 50;
    /** Batches that one page may take: more than that many near misses there are not in good faith. */
    private static final int BATCHES = 10;

    private final Tryton tryton;

    Parties(Tryton tryton) {
        this.tryton = tryton;
    }

    Optional<Party> get(String code) {
        return search(List.of(Clause.of("code", "=", code)), 1).stream()
                .filter(party -> party.code().equals(code))
                .findFirst();
    }

    /** Tryton selects whoever may have it, and the spelling is compared here. */
    Page<Party> find(ContactPoint contact, PageRequest page) {
        List<Party> found = new ArrayList<>();
        long after = page.cursor().map(Cursors::id).orElse(0L);
        for (int i = 0; i < BATCHES; i++) {
            List<Party> batch = search(List.of(mechanism(contact), Clause.of("id", ">", after)), BATCH);
            for (Party party : batch) {
                after = party.id();
                if (party.has(contact)) {
                    found.add(party);
                }
                if (found.size() > page.limit()) {
                    List<Party> wanted = found.subList(0, page.limit());
                    return Page.of(wanted, Optional.of(Cursors.text(wanted.get(wanted.size() - 1))));
                }
            }
            if (batch.size() < BATCH) {
                return Page.last(found);
            }
        }
        return Page.of(found, Optional.of(Cursors.text(after)));
    }

    private List<Party> search(List<List<Object>> domain, int limit) {
        return tryton.search(Query.of(Party.MODEL, domain, limit, Party.FIELDS)).stream()
                .map(Party::new)
                .toList();
    }

    private static List<Object> mechanism(ContactPoint contact) {
        List<Object> types = switch (contact.kind()) {
            case PHONE -> List.of("phone", "mobile");
            case EMAIL -> List.of("email");
        };
        return Clause.of(
                "contact_mechanisms",
                "where",
                List.of(Clause.of("type", "in", types), Clause.of("value", "ilike", pattern(contact))));
    }

    /** An address as it is, in whatever case; of a number its digits in their order, whatever stands between them. */
    private static String pattern(ContactPoint contact) {
        return switch (contact.kind()) {
            case EMAIL -> "%" + Clause.literal(contact.key()) + "%";
            case PHONE -> {
                StringBuilder pattern = new StringBuilder("%");
                contact.key()
                        .chars()
                        .filter(Character::isDigit)
                        .forEach(digit -> pattern.append((char) digit).append('%'));
                yield pattern.toString();
            }
        };
    }
}
