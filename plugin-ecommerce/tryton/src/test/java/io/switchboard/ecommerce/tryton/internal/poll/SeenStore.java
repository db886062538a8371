package io.switchboard.ecommerce.tryton.internal.poll;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.connector.event.Event;
import io.switchboard.connector.event.EventMember;
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
import java.util.stream.Collectors;

/** A store with the bundle's migrations, and events that are told once by their keys, as the hub tells them. */
public final class SeenStore implements EventPublisher, AutoCloseable {
    private final HikariDataSource source;
    private volatile boolean full;

    public SeenStore() throws SQLException, IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        source = new HikariDataSource(config);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                InputStream in = SeenStore.class.getResourceAsStream("/META-INF/switchboard/migrations/001_seen.sql")) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("create table told (id bigint generated always as identity,"
                    + " event_key varchar(200) unique, event varchar(1000))");
        }
    }

    void setFull(boolean value) {
        full = value;
    }

    public ChangeRound round(ChangeRound.Source tryton) {
        return new ChangeRound(
                "tryton", tryton, new Place(source, this, "tryton_place", "tryton"), new SeenTable(source, "tryton"));
    }

    /** What was told, in order: type, customer, and what it says. */
    public List<String> told() throws SQLException {
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

    @Override
    public void publish(Connection transaction, Event event) throws SQLException {
        if (full) {
            throw new SQLException("full");
        }
        String data = event.data().stream().map(EventMember::text).collect(Collectors.joining(" "));
        try (PreparedStatement statement =
                transaction.prepareStatement("merge into told (event_key, event) key (event_key) values (?, ?)")) {
            statement.setString(1, event.key().orElseThrow());
            statement.setString(2, event.type() + " " + event.customer().orElse("-") + " " + data);
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
