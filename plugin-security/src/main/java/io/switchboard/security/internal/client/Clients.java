package io.switchboard.security.internal.client;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.switchboard.security.internal.store.StoreUnavailable;
import io.switchboard.security.internal.store.Transactions;
import java.security.SecureRandom;
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
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST_KEPT = 10_000;

    private final Transactions store;
    private final LoadingCache<String, Optional<Client>> recent;

    /** Over a store with the plugin's schema. */
    @Activate
    public Clients(@Reference DataSource store) {
        this.store = new Transactions(store);
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
        return store.run(connection -> ClientTable.find(connection, id));
    }

    /** Clients in the order of their ids, behind one id. */
    public List<Client> list(String after, int limit) {
        return store.run(connection -> ClientTable.list(connection, after, limit));
    }

    /** Adds a client, if nobody has the id, and does what belongs to it before it counts. */
    boolean add(Client client, BeforeCommit handOver) {
        return change(client.id(), connection -> {
            try {
                ClientTable.insert(connection, client);
            } catch (SQLException e) {
                if (Transactions.isTaken(e)) {
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

    /** Ends all tokens of a client at once; its secret stays. False where there is no such client. */
    public boolean endTokens(String id) {
        long next = RANDOM.nextLong();
        return change(id, connection -> ClientTable.updateGeneration(connection, id, next));
    }

    boolean change(String id, Transactions.Work<Boolean> work) {
        try {
            return store.run(work);
        } finally {
            recent.invalidate(id);
        }
    }

    /** What has to be done before a change counts; if it fails, the change does not count. */
    @FunctionalInterface
    interface BeforeCommit {
        void run();
    }
}
