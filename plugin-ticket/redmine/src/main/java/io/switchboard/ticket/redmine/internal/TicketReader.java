package io.switchboard.ticket.redmine.internal;

import io.switchboard.ticket.redmine.internal.api.Issue;
import io.switchboard.ticket.redmine.internal.reference.Reference;
import io.switchboard.ticket.redmine.internal.settings.Keeping;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketKind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Tickets out of issues. Immutable. */
record TicketReader(Reference reference) {
    static final String SET = "1";

    /** Whose an issue is; empty where it is none of our project, or nobody's. */
    Optional<String> owner(Issue issue) {
        return Optional.of(reference.value(issue, Keeping.CUSTOMER))
                .filter(customer -> issue.project() == reference.project() && !customer.isEmpty());
    }

    boolean isOf(Issue issue, String customerId) {
        return owner(issue).equals(Optional.of(customerId));
    }

    Ticket read(Issue issue) {
        return Ticket.builder(Long.toString(issue.id()), reference.value(issue, Keeping.CUSTOMER), issue.createdOn())
                .kind(kind(reference.value(issue, Keeping.KIND)))
                .subject(issue.subject())
                .text(issue.description())
                .status(reference.status(issue))
                .priority(reference.priorities().read(issue.priority()).orElse(Priority.NORMAL))
                .flagged(reference.value(issue, Keeping.FLAG).equals(SET))
                .department(reference.value(issue, Keeping.DEPARTMENT))
                .due(instant(reference.value(issue, Keeping.DUE)))
                .conversation(Optional.of(reference.value(issue, Keeping.CONVERSATION))
                        .filter(value -> !value.isEmpty()))
                .updatedAt(issue.updatedOn())
                .version(version(issue))
                .build();
    }

    /** Of what can be edited, and of the time, since Redmine shows no version of its own. */
    private String version(Issue issue) {
        int values = Objects.hash(
                issue.priority(),
                reference.value(issue, Keeping.FLAG),
                reference.value(issue, Keeping.DEPARTMENT),
                reference.value(issue, Keeping.DUE));
        return issue.updatedOn().getEpochSecond() + "-" + Integer.toHexString(values);
    }

    private static TicketKind kind(String value) {
        return Arrays.stream(TicketKind.values())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElse(TicketKind.OTHER);
    }

    /** People may have typed anything there. */
    private static Optional<Instant> instant(String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(value));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
