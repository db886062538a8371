package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryQuery;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Tryton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Complaints and notes of a party as one list, the newest first, a page at a time from where the last one ended. */
final class History {
    private static final List<List<String>> NEWEST_FIRST =
            List.of(List.of("create_date", "DESC"), List.of("id", "DESC"));
    private static final Comparator<Found> ORDER = Comparator.comparing(
                    (Found each) -> each.position().at())
            .reversed()
            .thenComparing(each -> each.position().source())
            .thenComparing(
                    Comparator.comparingLong((Found each) -> each.position().id())
                            .reversed());

    private final Tryton tryton;
    private final List<EntrySource> sources;

    private record Found(EntryPosition position, Row row) {}

    History(Tryton tryton, boolean complaints) {
        this.tryton = tryton;
        this.sources = complaints ? List.of(EntrySource.values()) : List.of(EntrySource.NOTE);
    }

    Page<Entry> list(Party party, EntryQuery query, PageRequest page) {
        Optional<EntryPosition> after = page.cursor().map(EntryPosition::parse);
        List<Found> found = new ArrayList<>();
        for (EntrySource source : sources) {
            if (query.kind().isEmpty() || query.kind().get() == source.kind()) {
                found.addAll(read(source, party, query, after, page.limit() + 1));
            }
        }
        found.sort(ORDER);
        List<Found> wanted = found.subList(0, Math.min(found.size(), page.limit()));
        List<Entry> entries =
                wanted.stream().map(each -> entry(each, query.customerId())).toList();
        return found.size() <= page.limit()
                ? Page.last(entries)
                : Page.of(
                        entries,
                        Optional.of(wanted.get(wanted.size() - 1).position().text()));
    }

    private List<Found> read(
            EntrySource source, Party party, EntryQuery query, Optional<EntryPosition> after, int limit) {
        List<List<Object>> domain = new ArrayList<>();
        domain.add(Clause.of(source.ownerField(), "=", source.owner(party)));
        query.from().ifPresent(from -> domain.add(Clause.of("create_date", ">=", from)));
        query.before().ifPresent(before -> domain.add(Clause.of("create_date", "<", before)));
        after.ifPresent(position -> domain.add(behind(position, source)));
        return tryton.search(new Query(source.model(), domain, limit, NEWEST_FIRST, source.fields())).stream()
                .map(row -> {
                    if (!source.isOf(row, party)) {
                        throw ConnectorException.of(ErrorCode.BACKEND_FAILED);
                    }
                    Instant at = row.instant("create_date").orElseThrow();
                    return new Found(new EntryPosition(at, source, row.id()), row);
                })
                .toList();
    }

    private static List<Object> behind(EntryPosition last, EntrySource source) {
        int order = source.compareTo(last.source());
        if (order != 0) {
            return Clause.of("create_date", order > 0 ? "<=" : "<", last.at());
        }
        return Clause.any(List.of(
                Clause.of("create_date", "<", last.at()),
                Clause.all(List.of(Clause.of("create_date", "=", last.at()), Clause.of("id", "<", last.id())))));
    }

    private static Entry entry(Found found, String customerId) {
        EntrySource source = found.position().source();
        Entry.Builder entry = Entry.builder(
                source.letter() + Long.toString(found.position().id()),
                customerId,
                source.kind(),
                found.position().at());
        return source.fill(entry, found.row()).build();
    }
}
