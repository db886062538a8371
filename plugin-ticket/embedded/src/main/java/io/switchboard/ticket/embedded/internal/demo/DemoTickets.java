package io.switchboard.ticket.embedded.internal.demo;

import io.switchboard.sql.Transactions;
import io.switchboard.ticket.spi.HistoryField;
import io.switchboard.ticket.spi.TicketStatus;
import io.switchboard.ticket.spi.Visibility;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fills an empty store with invented tickets of the last twelve months, all of them or none. */
public final class DemoTickets {
    static final int COUNT = 720;

    private static final String CLIENT = "demo-chatbot";
    private static final List<String> DESKS = List.of("desk/wang.fang", "desk/liu.yang", "desk/alice", "desk/ben");

    private DemoTickets() {}

    /** Does nothing where there are tickets already; gives how many were made. */
    public static int fill(Transactions transactions, Clock clock) {
        return transactions.write(
                connection -> fillIfEmpty(connection, clock.instant().truncatedTo(ChronoUnit.MINUTES)));
    }

    private static int fillIfEmpty(Connection connection, Instant now) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet any = statement.executeQuery("select id from ticket fetch first 1 row only")) {
            if (any.next()) {
                return 0;
            }
        }
        List<Invention> inventions = IntStream.rangeClosed(1, COUNT)
                .mapToObj(number -> Invention.of(number, COUNT, now))
                .toList();
        insertTickets(connection, inventions);
        Map<String, Long> ids = ids(connection);
        try (PreparedStatement comments = connection.prepareStatement(
                        "insert into ticket_comment (ticket_id, correlation_id, visibility, body, author, created_at)"
                                + " values (?, ?, ?, ?, ?, ?)");
                PreparedStatement history = connection.prepareStatement(
                        "insert into ticket_history (ticket_id, correlation_id, field, old_value, new_value, done_by,"
                                + " created_at) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Invention each : inventions) {
                new Story(each, ids.getOrDefault(each.act(), 0L), comments, history).tell();
            }
            comments.executeBatch();
            history.executeBatch();
        }
        return inventions.size();
    }

    private static void insertTickets(Connection connection, List<Invention> inventions) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ticket (customer_id, correlation_id, kind, subject, body, status, priority, flagged,"
                        + " department, due_at, created_at, updated_at, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Invention each : inventions) {
                add(
                        insert,
                        each.customerId(),
                        each.act(),
                        each.scenario().kind().name(),
                        each.subject(),
                        each.text(),
                        each.status().name(),
                        each.scenario().priority().name(),
                        each.flagged(),
                        each.scenario().department(),
                        each.due().atOffset(ZoneOffset.UTC),
                        each.created().atOffset(ZoneOffset.UTC),
                        each.at(each.states().size() * 2).atOffset(ZoneOffset.UTC),
                        each.states().size());
            }
            insert.executeBatch();
        }
    }

    private static Map<String, Long> ids(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select correlation_id, id from ticket")) {
            Map<String, Long> ids = new HashMap<>();
            while (rows.next()) {
                ids.put(rows.getString(1), rows.getLong(2));
            }
            return ids;
        }
    }

    private static void add(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    /** What happened on one ticket: at even times a step, at odd times words. */
    private record Story(Invention ticket, long id, PreparedStatement comments, PreparedStatement history) {
        void tell() throws SQLException {
            Scenario scenario = ticket.scenario();
            String desk = DESKS.get((int) (id % DESKS.size()));
            change(0, HistoryField.CREATED, null, null, CLIENT);
            List<TicketStatus> states = ticket.states();
            for (int i = 0; i < states.size(); i++) {
                int step = 2 * (i + 1);
                if (i == 0 && ticket.noted()) {
                    comment(step - 1, Visibility.INTERNAL, scenario.note(), desk);
                } else if (i == 1) {
                    comment(step - 1, Visibility.CUSTOMER, scenario.reply(), desk);
                } else if (i == 2 && ticket.talk()) {
                    comment(step - 1, Visibility.CUSTOMER, scenario.answer(), CLIENT);
                }
                String before = ticket.before(i).map(Enum::name).orElse(null);
                change(step, HistoryField.STATUS, before, states.get(i).name(), desk);
            }
        }

        private void comment(int step, Visibility visibility, String text, String author) throws SQLException {
            add(
                    comments,
                    id,
                    act(step),
                    visibility.name(),
                    text,
                    author,
                    ticket.at(step).atOffset(ZoneOffset.UTC));
            change(step, HistoryField.COMMENT, null, visibility.name(), author);
        }

        private void change(int step, HistoryField field, @Nullable String from, @Nullable String to, String by)
                throws SQLException {
            add(
                    history,
                    id,
                    act(step),
                    field.name(),
                    from,
                    to,
                    by,
                    ticket.at(step).atOffset(ZoneOffset.UTC));
        }

        private String act(int step) {
            return step == 0 ? ticket.act() : ticket.act() + "s" + step;
        }
    }
}
