package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.connector.event.Event;
import io.switchboard.connector.event.EventPublisher;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Tells of changes in their own transaction. Safe for use from many threads. */
record Telling(EventPublisher events) {
    void tell(Connection connection, Event.Builder event) throws SQLException {
        events.publish(connection, event.build());
    }

    void tell(Connection connection, List<Event.Builder> all) throws SQLException {
        for (Event.Builder each : all) {
            tell(connection, each);
        }
    }
}
