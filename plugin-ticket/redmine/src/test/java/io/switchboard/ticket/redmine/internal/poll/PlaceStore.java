package io.switchboard.ticket.redmine.internal.poll;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.connector.event.Event;
import io.switchboard.connector.event.EventPublisher;
import io.switchboard.poll.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A store with the bundle's migrations, and events that are told once by their keys, as the hub tells them. */
final class PlaceStore implements EventPublisher, AutoCloseable {
    private final HikariDataSource source;
    boolean full;

    PlaceStore() throws SQLException, IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        source = new HikariDataSource(config);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : List.of("001_place.sql", "002_began.sql")) {
                try (InputStream in =
                        PlaceStore.class.getResourceAsStream("/META-INF/switchboard/migrations/" + name)) {
                    statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            statement.execute(
                    "create table told (id bigint generated always as identity, event_key varchar(200) unique)");
        }
    }

    Place place() {
        return new Place(source, this, "redmine_place", "redmine");
    }

    /** The keys of what was told, in order. */
    List<String> told() throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("select event_key from told order by id");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    @Override
    public void publish(Connection transaction, Event event) throws SQLException {
        if (full) {
            throw new SQLException("full");
        }
        try (PreparedStatement statement =
                transaction.prepareStatement("merge into told (event_key) key (event_key) values (?)")) {
            statement.setString(1, event.key().orElseThrow());
            statement.executeUpdate();
        }
    }

    @Override
    public void publish(Event event) {
        throw new IllegalStateException("what is told goes with the place");
    }

    @Override
    public void close() {
        source.close();
    }
}
