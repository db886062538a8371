package io.switchboard.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.event.Event;
import io.switchboard.connector.event.EventPublisher;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Event EVENT =
            Event.builder("loyalty.v1.points.changed", "loyalty.read").build();

    private final List<String> told = new ArrayList<>();
    private HikariDataSource source;

    private final EventPublisher events = new EventPublisher() {
        @Override
        public void publish(Connection transaction, Event event) {
            told.add(event.type());
        }

        @Override
        public void publish(Event event) {
            throw new IllegalStateException("what is told goes with the place");
        }
    };

    @BeforeEach
    void open() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        source = new HikariDataSource(config);
        try (Connection connection = source.getConnection()) {
            connection
                    .createStatement()
                    .execute("create table place (instance varchar(20) primary key,"
                            + " read_until timestamp with time zone not null, began timestamp with time zone)");
            connection.createStatement().execute("create table note (text varchar(20))");
        }
    }

    @AfterEach
    void close() {
        source.close();
    }

    private Place place(String instance) {
        return new Place(source, events, "place", instance);
    }

    @Test
    void eachInstanceHasItsOwn() {
        assertEquals(Optional.empty(), place("one").read());
        place("one").moveTo(NOON, List.of(EVENT));
        place("one").moveTo(NOON.plusSeconds(1), List.of(EVENT));
        assertEquals(
                Optional.of(new Place.Reached(NOON.plusSeconds(1), Optional.of(NOON))),
                place("one").read());
        assertEquals(Optional.empty(), place("two").read());
        assertEquals(2, told.size());
    }

    @Test
    void placeAndNotesAreOne() throws SQLException {
        place("one").moveTo(NOON, List.of());
        assertThrows(
                ConnectorException.class,
                () -> place("one").moveTo(NOON.plusSeconds(1), List.of(), connection -> {
                    connection.createStatement().execute("insert into note (text) values ('half')");
                    throw new SQLException("no more");
                }));
        assertEquals(NOON, place("one").read().orElseThrow().until());
        try (Connection connection = source.getConnection()) {
            assertEquals(
                    false,
                    connection
                            .createStatement()
                            .executeQuery("select * from note")
                            .next());
        }
    }
}
