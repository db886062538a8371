package io.switchboard.crm.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ticket system named {@code embedded}, in memory, of which only the listing is wanted. */
final class FakeTickets implements TicketSources {
    final List<TimelineItem> tickets = new ArrayList<>();

    void add(String customerId, Instant at, String subject) {
        tickets.add(new TimelineItem(
                "embedded~T" + (tickets.size() + 1),
                customerId,
                TimelineKind.TICKET,
                at,
                Optional.empty(),
                subject,
                Optional.empty(),
                Optional.of("NEW")));
    }

    @Override
    public Optional<TimelineSource> instance(String name) {
        return Optional.of(name)
                .filter("embedded"::equals)
                .map(known -> (query, page) -> NewestFirst.page(
                        tickets.stream()
                                .filter(ticket -> ticket.customerId().equals(query.customerId()))
                                .filter(ticket -> query.from()
                                        .map(from -> !ticket.at().isBefore(from))
                                        .orElse(true))
                                .filter(ticket -> query.before()
                                        .map(ticket.at()::isBefore)
                                        .orElse(true))
                                .toList(),
                        TimelineItem::at,
                        ticket -> Integer.parseInt(ticket.entryId().substring("embedded~T".length())),
                        page));
    }
}
