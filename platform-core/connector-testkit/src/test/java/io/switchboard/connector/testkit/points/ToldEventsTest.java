package io.switchboard.connector.testkit.points;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.Audience;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.event.Event;
import io.switchboard.connector.testkit.FakeHub;
import io.switchboard.connector.testkit.Someone;
import io.switchboard.connector.testkit.ToldEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a component tells of what happened. */
class ToldEventsTest {
    private final JdbcConnectionPool source =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private ToldEvents told;

    @BeforeEach
    void open() throws SQLException, IOException {
        try (Connection connection = source.getConnection();
                InputStream script =
                        Points.class.getResourceAsStream("/META-INF/switchboard/migrations/001_points.sql")) {
            RunScript.execute(connection, new InputStreamReader(script, UTF_8));
        }
        told = ToldEvents.in(source);
    }

    @AfterEach
    void close() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
        source.dispose();
    }

    private static Event event(String key, int points) {
        return Event.builder("points.v1.points.added", "points.read")
                .about("C-1")
                .with("points", points)
                .key(key)
                .build();
    }

    private List<String> points() {
        return told.events().stream().map(each -> each.data().get(0).text()).toList();
    }

    @Test
    void tellsOfAChangeThroughTheHub() {
        try (FakeHub hub = FakeHub.with(new Points(source, told))) {
            hub.as(Someone.customer("C-1001"))
                    .key("k-1")
                    .call("points.add", "{'points': 12}")
                    .json();
            hub.as(Someone.customer("C-1001"))
                    .key("k-1")
                    .call("points.add", "{'points': 12}")
                    .json();
        }
        assertEquals(1, told.events().size());
        Event event = told.events().get(0);
        assertEquals("points.v1.points.added", event.type());
        assertEquals(Audience.CUSTOMER, event.audience());
        assertEquals(Optional.of("C-1001"), event.customer());
        assertEquals(List.of("12"), points());
    }

    @Test
    void theChangeFailsWithItsEvent() throws SQLException {
        told.down(true);
        try (FakeHub hub = FakeHub.with(new Points(source, told))) {
            assertEquals(
                    ErrorCode.OUTCOME_UNKNOWN,
                    hub.as(Someone.customer("C-1001"))
                            .key("k-1")
                            .call("points.add", "{'points': 12}")
                            .code());
            told.down(false);
            hub.as(Someone.customer("C-1001"))
                    .key("k-2")
                    .call("points.add", "{'points': 5}")
                    .json();
        }
        assertEquals(List.of("5"), points());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sum(points) from points")) {
            row.next();
            assertEquals(5, row.getInt(1));
        }
    }

    @Test
    void tellsNothingThatWasRolledBackNorBeforeTheCommit() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            told.publish(connection, event("a", 1));
            connection.rollback();
            told.publish(connection, event("b", 2));
            assertEquals(List.of(), points());
            connection.commit();
            assertEquals(List.of("2"), points());
        }
    }

    @Test
    void refusesWhatCouldStandWithoutItsChange() throws SQLException {
        try (Connection connection = source.getConnection()) {
            assertThrows(IllegalArgumentException.class, () -> told.publish(connection, event("a", 1)));
        }
    }

    @Test
    void ofOneKeyTheFirstIsTold() {
        told.publish(event("a", 1));
        told.publish(event("b", 2));
        told.publish(event("a", 3));
        assertEquals(List.of("1", "2"), points());
    }

    @Test
    void withoutAStoreItTakesWhatStandsInNoTransaction() throws SQLException {
        told = ToldEvents.withoutStore();
        told.publish(event("a", 1));
        told.publish(event("a", 2));
        assertEquals(List.of("1"), points());
        told.down(true);
        ConnectorException busy = assertThrows(ConnectorException.class, () -> told.publish(event("c", 3)));
        assertEquals(ErrorCode.BUSY, busy.code());
        assertEquals(List.of("1"), points());
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            assertThrows(IllegalStateException.class, () -> told.publish(connection, event("d", 4)));
        }
    }
}
