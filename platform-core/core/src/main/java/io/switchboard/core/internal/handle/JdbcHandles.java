package io.switchboard.core.internal.handle;

import io.switchboard.connector.DataClass;
import io.switchboard.core.internal.mask.HandleText;
import io.switchboard.core.internal.once.ClaimsUnavailable;
import io.switchboard.core.internal.once.Seal;
import io.switchboard.core.internal.once.StoreThreads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Handles in a database. A handle is a keyed digest of where it holds, of its class and of its value: so a value has the same one each
 * time and on every node with the key, and what the table holds tells nothing without it.
 *
 * <p>A value is kept for a day at least after it was last given out or taken in, and for an hour more, within which giving it out again
 * writes nothing.
 */
public final class JdbcHandles implements Handles, AutoCloseable {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration WITHOUT_WRITING = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long SLACK_DIVISOR = 20;

    private final HandleTable table;
    private final Seal seal;
    private final InstantSource clock;
    private final long most;
    private final StoreThreads threads = new StoreThreads("switchboard-handles");
    private final RecentlyKept recent = new RecentlyKept();
    private final AtomicLong rows = new AtomicLong();

    /**
     * Handles in a schema with the table of {@code 002_handles.sql}.
     *
     * @param source gives connections in auto-commit mode
     * @param most how many are kept; those longest out of use go first
     */
    public JdbcHandles(DataSource source, Seal seal, InstantSource clock, long most) {
        this.table = new HandleTable(source);
        this.seal = seal;
        this.clock = clock;
        this.most = most;
    }

    @Override
    public String name(HandleScope scope, DataClass dataClass, String value) {
        return HandleText.of(dataClass, seal.digest("handle", scope.text() + "\n" + dataClass + "\n" + value));
    }

    @Override
    public void keep(HandleScope scope, Map<String, String> values) throws HandlesUnavailable {
        long now = clock.millis();
        Map<String, String> sealed = new LinkedHashMap<>();
        values.forEach((handle, value) -> {
            if (!recent.has(handle, now)) {
                String id = id(scope, handle);
                sealed.put(id, seal.seal(context(id), value));
            }
        });
        if (sealed.isEmpty()) {
            return;
        }
        ask(() -> {
            rows.addAndGet(table.keep(sealed, expires(now)));
            return true;
        });
        values.keySet().forEach(handle -> recent.add(handle, now + WITHOUT_WRITING.toMillis()));
        if (rows.get() > most + most / SLACK_DIVISOR) {
            purge();
        }
    }

    @Override
    public Optional<String> value(HandleScope scope, String handle) throws HandlesUnavailable {
        String id = id(scope, handle);
        long now = clock.millis();
        return ask(() -> {
            Optional<HandleTable.Row> found = table.find(id, now);
            if (found.isPresent() && found.get().expires() < now + KEPT.toMillis()) {
                table.prolong(id, expires(now));
            }
            return found.flatMap(row -> seal.open(context(id), row.sealed()));
        });
    }

    /** Forgets those whose time is over, and those that are too many. To be called now and then. */
    public void purge() throws HandlesUnavailable {
        long now = clock.millis();
        long before = rows.get();
        rows.set(ask(() -> table.purge(now, most)));
        if (before > most) {
            // Some that were kept a short while ago may be among those that went.
            recent.clear();
        }
    }

    private static long expires(long now) {
        return now + KEPT.plus(WITHOUT_WRITING).toMillis();
    }

    private String id(HandleScope scope, String handle) {
        return HexFormat.of().formatHex(seal.digest("handle-row", scope.text() + "\n" + handle));
    }

    private static String context(String id) {
        return "handle:" + id;
    }

    private <T> T ask(StoreThreads.Job<T> job) throws HandlesUnavailable {
        try {
            return threads.ask(PATIENCE, job);
        } catch (ClaimsUnavailable e) {
            throw new HandlesUnavailable(e);
        }
    }

    /** Takes nothing more, and waits a bounded time for what is under way. */
    @Override
    public void close() {
        threads.close();
    }
}
