package io.switchboard.security.internal.client;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The clients in the store. What is read for calls may be a second old where another node or another version of this bundle changed it;
 * changes made here count at once. Every method throws {@link StoreUnavailable} when the store does not answer. Safe for use from many
 * threads.
 */
@Component(service = Clients.class)
public final class Clients {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST_KEPT = 10_000;

    private final DataSource store;
    private final LoadingCache<String, Optional<Client>> recent;

    /** Over a store with the plugin's schema. */
    @Activate
    public Clients(@Reference DataSource store) {
        this.store = store;
        // One of the calls that find a client half a second old reads it anew, while the others go on with what is
        // known.
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .refreshAfterWrite(FRESH.dividedBy(2))
                .expireAfterWrite(FRESH)
                .executor(Runnable::run)
                .build(this::read);
    }

    /** The client of an id, for a call. */
    public Optional<Client> find(String id) {
        return recent.get(id);
    }

    /** The client of an id, as it stands now. */
    public Optional<Client> read(String id) {
        return transact(connection -> ClientTable.find(connection, id));
    }

    /** Clients in the order of their ids, behind one id. */
    public List<Client> list(String after, int limit) {
        return transact(connection -> ClientTable.list(connection, after, limit));
    }

    /** Adds a client, if nobody has the id, and does what belongs to it before it counts. */
    boolean add(Client client, BeforeCommit handOver) {
        return change(client.id(), connection -> {
            try {
                ClientTable.insert(connection, client);
            } catch (SQLException e) {
                if (isTaken(e)) {
                    connection.rollback();
                    return false;
                }
                throw e;
            }
            handOver.run();
            return true;
        });
    }

    /** Replaces a client's secret, if the client is there, and does what belongs to it before it counts. */
    boolean replaceSecret(Client client, BeforeCommit handOver) {
        return change(client.id(), connection -> {
            boolean there = ClientTable.updateSecret(connection, client);
            if (there) {
                handOver.run();
            }
            return there;
        });
    }

    boolean remove(String id) {
        return change(id, connection -> ClientTable.delete(connection, id));
    }

    private boolean change(String id, Work<Boolean> work) {
        try {
            return transact(work);
        } finally {
            recent.invalidate(id);
        }
    }

    // Class 23 is an integrity constraint violation, in every database.
    private static boolean isTaken(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("23");
    }

    private <T> T transact(Work<T> work) {
        try (Connection connection = store.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.in(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new StoreUnavailable(e);
        }
    }

    /** What has to be done before a change counts; if it fails, the change does not count. */
    @FunctionalInterface
    interface BeforeCommit {
        void run();
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
