package io.switchboard.security.internal.revocation;

import io.switchboard.security.internal.store.StoreUnavailable;
import io.switchboard.security.internal.store.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tokens that were ended before their time. What was revoked here counts at once, what was revoked on another node within a second: one of
 * the calls that find the list half a second old reads what has been added, while the others go on with what is known; a hub without
 * calls asks for nothing. A token is kept until it has ended anyway. Safe for use from many threads.
 *
 * <p>The id of a token that was made of another one begins with that one's id and a dot, and ends with it.
 */
@Component(service = Revocations.class)
public final class Revocations {
    /** The most that a client may have at once; all its tokens together are ended in another way. */
    static final int MOST_PER_CLIENT = 10_000;

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration CLEANED_EVERY = Duration.ofMinutes(1);
    // Clocks of nodes may differ.
    private static final Duration KEPT_ON = Duration.ofMinutes(2);
    private static final int BATCH = 1_000;

    private final Transactions store;
    private final InstantSource clock;
    private final Map<String, Instant> revoked = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();
    private long lastPlace;
    private Instant cleanedAt;
    private volatile long readAt = System.nanoTime() - FRESH_NANOS;
    private volatile long failedAt = readAt;

    /** Over a store with the plugin's schema. */
    @Activate
    public Revocations(@Reference DataSource store) {
        this(store, InstantSource.system());
    }

    /** The same, by another clock. */
    public Revocations(DataSource store, InstantSource clock) {
        this.store = new Transactions(store);
        this.clock = clock;
        this.cleanedAt = clock.instant();
    }

    /** Whether a token, or one that it was made of, was revoked; throws {@link StoreUnavailable} where nobody can say. */
    public boolean contains(String tokenId) {
        keepFresh();
        if (revoked.isEmpty()) {
            return false;
        }
        for (int dot = tokenId.indexOf('.'); dot >= 0; dot = tokenId.indexOf('.', dot + 1)) {
            if (revoked.containsKey(tokenId.substring(0, dot))) {
                return true;
            }
        }
        return revoked.containsKey(tokenId);
    }

    /**
     * Ends a token; again where it has been ended already.
     *
     * @return false where the client has ended too many already, and nothing was done
     */
    public boolean add(String tokenId, String clientId, Instant expires) {
        boolean added = store.run(connection -> {
            if (RevocationTable.count(connection, clientId) >= MOST_PER_CLIENT) {
                return false;
            }
            long place = RevocationTable.nextPlace(connection);
            try {
                RevocationTable.insert(connection, clientId, new RevocationTable.Row(tokenId, place, expires));
            } catch (SQLException e) {
                if (!Transactions.isTaken(e)) {
                    throw e;
                }
                connection.rollback();
            }
            return true;
        });
        if (added) {
            revoked.put(tokenId, expires);
        }
        return added;
    }

    private void keepFresh() {
        long now = System.nanoTime();
        long age = now - readAt;
        if (age >= FRESH_NANOS) {
            reading.lock();
        } else if (age < FRESH_NANOS / 2 || !reading.tryLock()) {
            return;
        }
        try {
            if (failedAt - now > 0) {
                // Somebody asked in vain while this call waited: all of them in turn would wait too long.
                throw new StoreUnavailable(new SQLException("it did not answer a moment ago"));
            }
            if (System.nanoTime() - readAt >= FRESH_NANOS / 2) {
                ask();
            }
        } catch (StoreUnavailable e) {
            // What is known still holds for a while, and the store may be back by then.
            if (age >= FRESH_NANOS) {
                throw e;
            }
        } finally {
            reading.unlock();
        }
    }

    private void ask() {
        try {
            read();
        } catch (StoreUnavailable e) {
            failedAt = System.nanoTime();
            throw e;
        }
    }

    private void read() {
        // Before it asks: what is added meanwhile is not known yet.
        long asked = System.nanoTime();
        List<RevocationTable.Row> rows;
        do {
            long from = lastPlace;
            rows = store.run(connection -> RevocationTable.after(connection, from, BATCH));
            for (RevocationTable.Row row : rows) {
                revoked.put(row.id(), row.expires());
                lastPlace = row.place();
            }
        } while (rows.size() == BATCH);
        readAt = asked;
        clean(clock.instant());
    }

    private void clean(Instant now) {
        if (now.isBefore(cleanedAt.plus(CLEANED_EVERY))) {
            return;
        }
        cleanedAt = now;
        Instant before = now.minus(KEPT_ON);
        if (revoked.values().removeIf(before::isAfter)) {
            store.run(connection -> RevocationTable.deleteExpired(connection, before));
        }
    }
}
