package io.switchboard.ticket.embedded.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.event.EventPublisher;
import io.switchboard.sql.DuplicateAct;
import io.switchboard.sql.Transactions;
import io.switchboard.ticket.embedded.internal.HistoryTable.Change;
import io.switchboard.ticket.embedded.internal.demo.DemoTickets;
import io.switchboard.ticket.spi.Act;
import io.switchboard.ticket.spi.Comment;
import io.switchboard.ticket.spi.HistoryEntry;
import io.switchboard.ticket.spi.HistoryField;
import io.switchboard.ticket.spi.NewTicket;
import io.switchboard.ticket.spi.StatusChange;
import io.switchboard.ticket.spi.Ticket;
import io.switchboard.ticket.spi.TicketBackend;
import io.switchboard.ticket.spi.TicketEdit;
import io.switchboard.ticket.spi.TicketEvents;
import io.switchboard.ticket.spi.TicketQuery;
import io.switchboard.ticket.spi.Visibility;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tickets in a database of the hub. Writes to one ticket queue up at its row's lock; each is one transaction. */
@Component(service = TicketBackend.class, property = TicketBackend.INSTANCE + "=" + SqlTicketBackend.INSTANCE_NAME)
public final class SqlTicketBackend implements TicketBackend {
    static final String INSTANCE_NAME = "embedded";

    private static final Logger LOG = LoggerFactory.getLogger(SqlTicketBackend.class);
    private static final String DEMO = "switchboard.demo";
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    /** No row has it. */
    private static final long NO_ID = 0;

    private final Transactions transactions;
    private final EventPublisher events;
    private final Clock clock;

    /** On the bundle's own schema, which the store has brought up to date. */
    @Activate
    public SqlTicketBackend(@Reference DataSource source, @Reference EventPublisher events, BundleContext context) {
        this(new Transactions(source), events, Clock.systemUTC());
        if (Boolean.parseBoolean(context.getProperty(DEMO))) {
            fillWithDemo();
        }
    }

    SqlTicketBackend(Transactions transactions, EventPublisher events, Clock clock) {
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Ticket create(NewTicket ticket, Act act) {
        Optional<Ticket> before = findCreated(ticket.customerId(), act.correlationId());
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return transactions.write(connection -> {
                Instant now = now();
                long id = TicketTable.insert(connection, ticket, act.correlationId(), now);
                Change created = new Change(HistoryField.CREATED, Optional.empty(), Optional.empty());
                HistoryTable.insert(connection, id, created, Optional.empty(), act, now);
                Ticket made =
                        TicketTable.find(connection, ticket.customerId(), id).orElseThrow();
                events.publish(
                        connection, TicketEvents.created(INSTANCE_NAME, made).build());
                return made;
            });
        } catch (DuplicateAct e) {
            // Another thread did the same act between the look and the insert.
            return findCreated(ticket.customerId(), act.correlationId())
                    .orElseThrow(() ->
                            ConnectorException.of(ErrorCode.BACKEND_FAILED).causedBy(e));
        }
    }

    @Override
    public Optional<Ticket> findCreated(String customerId, String correlationId) {
        return transactions.read(connection -> TicketTable.findCreated(connection, customerId, correlationId));
    }

    @Override
    public Optional<Ticket> get(String customerId, String ticketId) {
        return transactions.read(connection -> TicketTable.find(connection, customerId, number(ticketId)));
    }

    @Override
    public Page<Ticket> list(TicketQuery query) {
        return transactions.read(connection -> TicketTable.list(connection, query));
    }

    @Override
    public Comment comment(String customerId, String ticketId, Visibility visibility, String text, Act act) {
        long id = number(ticketId);
        return transactions.write(connection -> {
            Ticket ticket = lock(connection, customerId, id);
            Optional<Comment> before = CommentTable.find(connection, customerId, id, act.correlationId());
            if (before.isPresent()) {
                return before.get();
            }
            Instant now = now();
            CommentTable.insert(connection, id, visibility, text, act, now);
            Change change = new Change(HistoryField.COMMENT, Optional.empty(), Optional.of(visibility.name()));
            HistoryTable.insert(connection, id, change, Optional.empty(), act, now);
            TicketTable.touch(connection, ticket, now);
            events.publish(
                    connection,
                    TicketEvents.commented(INSTANCE_NAME, ticket, visibility, now)
                            .build());
            return CommentTable.find(connection, customerId, id, act.correlationId())
                    .orElseThrow();
        });
    }

    @Override
    public Optional<Comment> findComment(String customerId, String ticketId, String correlationId) {
        return transactions.read(
                connection -> CommentTable.find(connection, customerId, number(ticketId), correlationId));
    }

    @Override
    public Page<Comment> comments(String customerId, String ticketId, Set<Visibility> visibilities, PageRequest page) {
        return transactions.read(
                connection -> CommentTable.list(connection, customerId, number(ticketId), visibilities, page));
    }

    @Override
    public Ticket changeStatus(String customerId, String ticketId, StatusChange change, Act act) {
        return change(customerId, number(ticketId), act, (connection, ticket, now) -> {
            refuseUnless(ticket.status() == change.from());
            TicketTable.setStatus(connection, ticket, change.to(), now);
            Change entry = new Change(
                    HistoryField.STATUS,
                    Optional.of(change.from().name()),
                    Optional.of(change.to().name()));
            HistoryTable.insert(connection, number(ticketId), entry, change.note(), act, now);
            Ticket after =
                    TicketTable.find(connection, customerId, number(ticketId)).orElseThrow();
            events.publish(
                    connection,
                    TicketEvents.statusChanged(INSTANCE_NAME, after, change.from(), now)
                            .build());
        });
    }

    @Override
    public Ticket edit(String customerId, String ticketId, TicketEdit edit, Act act) {
        return change(customerId, number(ticketId), act, (connection, ticket, now) -> {
            refuseUnless(ticket.version().equals(edit.expectedVersion()));
            TicketTable.edit(connection, ticket, edit, now);
            List<Change> changes = List.of(
                    change(HistoryField.PRIORITY, ticket, edit.priority(), Ticket::priority),
                    change(HistoryField.FLAG, ticket, edit.flagged(), Ticket::flagged),
                    change(HistoryField.DEPARTMENT, ticket, edit.department(), Ticket::department),
                    new Change(
                            HistoryField.DUE,
                            ticket.due().map(Instant::toString),
                            edit.due().or(ticket::due).map(Instant::toString)));
            for (Change each : changes) {
                HistoryTable.insert(connection, number(ticketId), each, edit.note(), act, now);
            }
        });
    }

    @Override
    public boolean changed(String customerId, String ticketId, String correlationId) {
        return transactions.read(
                connection -> HistoryTable.hasAct(connection, customerId, number(ticketId), correlationId));
    }

    @Override
    public Page<HistoryEntry> history(String customerId, String ticketId, PageRequest page) {
        return transactions.read(connection -> HistoryTable.list(connection, customerId, number(ticketId), page));
    }

    @Override
    public Optional<String> ownerOf(String ticketId) {
        return transactions.read(connection -> TicketTable.owner(connection, number(ticketId)));
    }

    private void fillWithDemo() {
        try {
            int made = DemoTickets.fill(transactions, clock);
            if (made > 0) {
                LOG.info("Filled the store with {} demo tickets", made);
            }
        } catch (DuplicateAct e) {
            LOG.info("Another node makes the demo tickets");
        }
    }

    private interface Step {
        void take(Connection connection, Ticket ticket, Instant now) throws SQLException;
    }

    private Ticket change(String customerId, long id, Act act, Step step) {
        return transactions.write(connection -> {
            Ticket ticket = lock(connection, customerId, id);
            if (HistoryTable.hasAct(connection, customerId, id, act.correlationId())) {
                return ticket;
            }
            step.take(connection, ticket, now());
            HistoryTable.insertAct(connection, id, act);
            return TicketTable.find(connection, customerId, id).orElseThrow();
        });
    }

    private static Ticket lock(Connection connection, String customerId, long id) throws SQLException {
        return TicketTable.lock(connection, customerId, id)
                .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
    }

    private static void refuseUnless(boolean asExpected) {
        if (!asExpected) {
            throw ConnectorException.of(ErrorCode.CONFLICT, STALE);
        }
    }

    private static <V> Change change(
            HistoryField field, Ticket ticket, Optional<V> wanted, Function<Ticket, V> current) {
        V before = current.apply(ticket);
        return new Change(
                field,
                Optional.of(before.toString()),
                Optional.of(wanted.orElse(before).toString()));
    }

    private static long number(String ticketId) {
        return ID.matcher(ticketId).matches() ? Long.parseLong(ticketId) : NO_ID;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
