package io.switchboard.connector.event;

import io.switchboard.connector.ConnectorException;
import java.sql.Connection;
import java.sql.SQLException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells of what happened. A service, of which each bundle gets its own. Safe for use from many threads.
 *
 * <p>An event and the change it tells of are one: both become true, or neither does. So it is written in the transaction of the change,
 * and handed on after the commit, in the order of commits, within about a tenth of a second. Nobody is told of what was rolled back, and
 * no commit goes untold, also where the hub is killed right after it.
 *
 * <pre>{@code
 * connection.setAutoCommit(false);
 * update(connection, …);
 * events.publish(connection, Event.builder("loyalty.v1.points.changed", "loyalty.read").about(customerId).with("points", 12).build());
 * connection.commit();
 * }</pre>
 *
 * <p>What tells of a remote system is its poller alone, with the id of that system's own journal as {@link Event.Builder#key}: what is
 * read again, after a restart or by overlap, is then not told again. Where the poller keeps its place in the hub's store, the place and
 * the events belong into one transaction.
 */
@ProviderType
public interface EventPublisher {
    /**
     * Adds an event to a transaction.
     *
     * @param transaction a connection of this bundle's own {@link javax.sql.DataSource}, not in auto-commit mode; it is neither committed
     *     nor closed
     * @throws IllegalArgumentException where it is in auto-commit mode, since then the event could stand without the change
     * @throws SQLException as any statement of the transaction; what was changed has then to be rolled back
     */
    void publish(Connection transaction, Event event) throws SQLException;

    /**
     * Tells of what stands in no transaction of the hub's store. When it returns, the event is committed.
     *
     * @throws ConnectorException with {@link io.switchboard.connector.ErrorCode#BUSY} where the store cannot take it now; then tell it
     *     again later, under the same key
     */
    void publish(Event event);
}
