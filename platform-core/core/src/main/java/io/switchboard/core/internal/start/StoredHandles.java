package io.switchboard.core.internal.start;

import io.switchboard.core.internal.handle.Handles;
import io.switchboard.core.internal.handle.HandlesUnavailable;
import io.switchboard.core.internal.handle.JdbcHandles;
import io.switchboard.core.internal.once.Seal;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** What handles stand for, there while the store is. Safe for use from many threads. */
final class StoredHandles extends ServiceTracker<DataSource, JdbcHandles> {
    private static final long MOST = 1_000_000;

    private final Seal seal;

    StoredHandles(BundleContext context, Seal seal) {
        super(context, DataSource.class, null);
        this.seal = seal;
    }

    @Override
    public @Nullable JdbcHandles addingService(ServiceReference<DataSource> reference) {
        DataSource source = StoredClaims.STORE.equals(reference.getBundle().getSymbolicName())
                ? context.getService(reference)
                : null;
        return source == null ? null : new JdbcHandles(source, seal, InstantSource.system(), MOST);
    }

    @Override
    public void removedService(ServiceReference<DataSource> reference, JdbcHandles handles) {
        handles.close();
        context.ungetService(reference);
    }

    Optional<Handles> current() {
        return Optional.ofNullable(getService());
    }

    /** Forgets what was kept long enough. */
    void purge() throws HandlesUnavailable {
        JdbcHandles handles = getService();
        if (handles != null) {
            handles.purge();
        }
    }
}
