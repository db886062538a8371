package io.switchboard.ticket.embedded.internal;

import io.switchboard.connector.event.Event;
import io.switchboard.connector.event.EventMember;
import io.switchboard.connector.event.EventPublisher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Writes events into a table, by the transaction that it is given, as the hub's own publisher does. */
final class ToldEvents implements EventPublisher {
    @Override
    public void publish(Connection transaction, Event event) throws SQLException {
        String data = event.data().stream()
                .filter(each -> !each.name().equals("ticketId"))
                .map(EventMember::text)
                .collect(Collectors.joining(" "));
        try (PreparedStatement statement = transaction.prepareStatement("insert into told (event) values (?)")) {
            statement.setString(
                    1,
                    String.join(
                            " ",
                            event.type(),
                            event.audience().name(),
                            event.customer().orElse(""),
                            event.subject().orElse(""),
                            data));
            statement.executeUpdate();
        }
    }

    @Override
    public void publish(Event event) {
        throw new IllegalStateException("each event has its change");
    }

    /** What was told so far. */
    static List<String> in(DataSource source) throws SQLException {
        List<String> told = new ArrayList<>();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("select event from told order by id");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                told.add(rows.getString(1));
            }
        }
        return told;
    }
}
