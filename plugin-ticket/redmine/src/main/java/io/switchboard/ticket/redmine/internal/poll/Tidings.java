package io.switchboard.ticket.redmine.internal.poll;

import io.switchboard.connector.event.Event;
import io.switchboard.ticket.spi.HistoryEntry;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketEvents;
import io.switchboard.ticket.spi.TicketStatus;
import io.switchboard.ticket.spi.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What there is to tell of a ticket, under keys of Redmine's own, so that it is told once however often it is read. */
public final class Tidings {
    private Tidings() {}

    /** What happened since a time. */
    public static List<Event> of(String instance, Ticket ticket, List<HistoryEntry> history, Instant since) {
        List<Event> events = new ArrayList<>();
        for (HistoryEntry each : history) {
            if (!each.at().isBefore(since)) {
                event(instance, ticket, each)
                        .map(event -> event.key(instance + "~" + ticket.id() + "~" + each.id())
                                .build())
                        .ifPresent(events::add);
            }
        }
        return events;
    }

    private static Optional<Event.Builder> event(String instance, Ticket ticket, HistoryEntry entry) {
        return switch (entry.field()) {
            case CREATED -> Optional.of(TicketEvents.created(instance, at(ticket, TicketStatus.NEW)));
            case COMMENT ->
                Optional.of(TicketEvents.commented(
                        instance, ticket, Visibility.valueOf(entry.to().orElseThrow()), entry.at()));
            case STATUS ->
                status(entry.from())
                        .flatMap(from -> status(entry.to())
                                .map(to -> TicketEvents.statusChanged(instance, at(ticket, to), from, entry.at())));
            case PRIORITY, FLAG, DEPARTMENT, DUE -> Optional.empty();
        };
    }

    /** The ticket as it stood then, as far as the event tells of it. */
    private static Ticket at(Ticket ticket, TicketStatus status) {
        return Ticket.builder(ticket.id(), ticket.customerId(), ticket.createdAt())
                .kind(ticket.kind())
                .priority(ticket.priority())
                .status(status)
                .build();
    }

    private static Optional<TicketStatus> status(Optional<String> name) {
        return Arrays.stream(TicketStatus.values())
                .filter(each -> Optional.of(each.name()).equals(name))
                .findFirst();
    }
}
