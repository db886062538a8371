package io.switchboard.security.internal.audit;

import io.switchboard.core.audit.AuditErasure;
import io.switchboard.security.internal.Background;
import io.switchboard.security.internal.store.StoreUnavailable;
import io.switchboard.security.internal.store.Transactions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases customers from the audits of all nodes, each of which keeps its own: what is asked of one stands in the store, where the others
 * find it within seconds, or when they are back. Safe for use from many threads.
 */
@Component(service = Erasures.class)
public final class Erasures {
    /** For nodes that are away; so long the store knows who was erased. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final Duration LOOKED_AT = Duration.ofSeconds(5);
    private static final Duration CLEANED_EVERY = Duration.ofHours(1);
    private static final int BATCH = 100;

    private final AuditErasure here;
    private final Transactions store;
    private final Path folder;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Optional<Background> work;
    private Instant cleanedAt = Instant.MIN;
    private boolean failing;

    /** Begins to follow the other nodes. */
    @Activate
    public Erasures(@Reference AuditErasure here, @Reference DataSource store, BundleContext context) {
        this(
                here,
                store,
                Path.of(context.getProperty("switchboard.data")).resolve("erasures"),
                InstantSource.system(),
                true);
    }

    /** Follows them only when it is told to. */
    Erasures(AuditErasure here, DataSource store, Path folder, InstantSource clock) {
        this(here, store, folder, clock, false);
    }

    private Erasures(AuditErasure here, DataSource store, Path folder, InstantSource clock, boolean following) {
        this.here = here;
        this.store = new Transactions(store);
        this.folder = folder;
        this.clock = clock;
        this.work = following ? Optional.of(Background.begin("switchboard-erasures", this::watch)) : Optional.empty();
    }

    @Deactivate
    void stop() {
        stopped.countDown();
        work.ifPresent(Background::stop);
    }

    /** How many keys were erased on this node; the others follow. Again by the same act where it was not done, or not in full. */
    synchronized int erase(String customer, String act) throws IOException {
        ErasurePlace place = ErasurePlace.read(folder);
        // First: were this node to end in between, the others would never hear of it.
        announce(customer, act, place.node());
        return here.erase(customer, act);
    }

    private void announce(String customer, String act, String node) throws IOException {
        try {
            store.run(connection -> {
                ErasureTable.Row row = new ErasureTable.Row(ErasureTable.nextPlace(connection), act, customer, node);
                try {
                    ErasureTable.insert(connection, row, clock.instant());
                } catch (SQLException e) {
                    if (!Transactions.isTaken(e)) {
                        throw e;
                    }
                    connection.rollback();
                }
                return row;
            });
        } catch (StoreUnavailable e) {
            throw new IOException(e);
        }
    }

    int erasedBy(String act) throws IOException {
        return here.erasedBy(act);
    }

    private void watch() {
        try {
            do {
                try {
                    follow();
                    failing = false;
                } catch (IOException | StoreUnavailable e) {
                    if (!failing) {
                        LOG.warn("Erasures of other nodes cannot be done here yet, and are tried again", e);
                    }
                    failing = true;
                }
            } while (!stopped.await(LOOKED_AT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does what other nodes were asked for since the last time. */
    synchronized void follow() throws IOException {
        ErasurePlace place = ErasurePlace.read(folder);
        List<ErasureTable.Row> rows;
        do {
            long from = place.place();
            rows = store.run(connection -> ErasureTable.after(connection, from, BATCH));
            for (ErasureTable.Row row : rows) {
                if (!row.origin().equals(place.node())) {
                    int keys = here.erase(row.customerId(), row.act());
                    LOG.info("The erasure {} of another node is done here, with {} keys", row.act(), keys);
                }
                // One by one: done again later, it would erase the key of calls that came since.
                place = place.at(row.place());
                place.write(folder);
            }
        } while (rows.size() == BATCH);
        clean(clock.instant());
    }

    private void clean(Instant now) {
        if (now.isAfter(cleanedAt.plus(CLEANED_EVERY))) {
            cleanedAt = now;
            store.run(connection -> ErasureTable.deleteBefore(connection, now.minus(KEPT)));
        }
    }
}
