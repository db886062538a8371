package io.switchboard.core.internal.start;

import io.switchboard.core.internal.once.ClaimLimits;
import io.switchboard.core.internal.once.Claims;
import io.switchboard.core.internal.once.ClaimsUnavailable;
import io.switchboard.core.internal.once.JdbcClaims;
import io.switchboard.core.internal.once.OpenCalls;
import io.switchboard.core.internal.once.Seal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The register of writes, there while the store is. Safe for use from many threads. */
final class StoredClaims extends ServiceTracker<DataSource, JdbcClaims> {
    /** The bundle that has the hub's own store. */
    static final String STORE = "io.switchboard.store";

    private final Seal seal;
    private final Boots boots;
    private final OpenCalls open = new OpenCalls();

    StoredClaims(BundleContext context, Seal seal, Boots boots) {
        super(context, DataSource.class, null);
        this.seal = seal;
        this.boots = boots;
    }

    @Override
    public @Nullable JdbcClaims addingService(ServiceReference<DataSource> reference) {
        // Whatever other database a bundle offers, the register is in the hub's own store.
        DataSource source =
                STORE.equals(reference.getBundle().getSymbolicName()) ? context.getService(reference) : null;
        return source == null
                ? null
                : new JdbcClaims(
                        source,
                        seal,
                        open,
                        boots.current(),
                        boots::isAlive,
                        ClaimLimits.standard(),
                        InstantSource.system());
    }

    @Override
    public void removedService(ServiceReference<DataSource> reference, JdbcClaims claims) {
        claims.close();
        context.ungetService(reference);
    }

    Optional<Claims> current() {
        return Optional.ofNullable(getService());
    }

    /** Forgets what was kept long enough. */
    void purge() throws ClaimsUnavailable {
        JdbcClaims claims = getService();
        if (claims != null) {
            claims.purge(Instant.now());
        }
    }
}
