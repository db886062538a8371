package io.switchboard.security.internal.client;

import io.switchboard.security.internal.store.StoreUnavailable;
import io.switchboard.security.internal.store.Transactions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The public keys of the clients in the store. Every method throws {@link StoreUnavailable} when the store does not answer. Safe for use
 * from many threads.
 */
@Component(service = ClientKeys.class)
public final class ClientKeys {
    /** The most that a client may have; two are enough to change from one to the next. */
    public static final int MOST = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Transactions store;
    private final Clients clients;

    /** How adding a key ended. */
    public enum Added {
        /** It counts. */
        DONE,
        /** There is no such client. */
        NO_CLIENT,
        /** The client has a key of this name. */
        EXISTS,
        /** The client has as many as it may. */
        TOO_MANY
    }

    /** Over a store with the plugin's schema. */
    @Activate
    public ClientKeys(@Reference DataSource store, @Reference Clients clients) {
        this.store = new Transactions(store);
        this.clients = clients;
    }

    /** A client's keys, oldest first. */
    public List<ClientKey> of(String clientId) {
        return store.run(connection -> ClientKeyTable.list(connection, clientId));
    }

    /** Adds a key to a client. */
    public Added add(String clientId, ClientKey key) {
        return store.run(connection -> {
            if (ClientTable.find(connection, clientId).isEmpty()) {
                return Added.NO_CLIENT;
            }
            List<ClientKey> known = ClientKeyTable.list(connection, clientId);
            if (known.stream().anyMatch(each -> each.id().equals(key.id()))) {
                return Added.EXISTS;
            }
            if (known.size() >= MOST) {
                return Added.TOO_MANY;
            }
            try {
                ClientKeyTable.insert(connection, clientId, key);
                return Added.DONE;
            } catch (SQLException e) {
                if (Transactions.isTaken(e)) {
                    connection.rollback();
                    return Added.EXISTS;
                }
                throw e;
            }
        });
    }

    /** Removes a key, and ends all tokens of its client: some may have come by it. False where there is no such key. */
    public boolean remove(String clientId, String keyId) {
        long generation = RANDOM.nextLong();
        return clients.change(clientId, connection -> {
            boolean removed = ClientKeyTable.delete(connection, clientId, keyId);
            if (removed) {
                ClientTable.updateGeneration(connection, clientId, generation);
            }
            return removed;
        });
    }

    /** A client's key of a name. */
    public Optional<ClientKey> find(String clientId, String keyId) {
        return of(clientId).stream().filter(each -> each.id().equals(keyId)).findFirst();
    }
}
