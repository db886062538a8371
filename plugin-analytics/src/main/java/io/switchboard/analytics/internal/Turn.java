package io.switchboard.analytics.internal;

import io.switchboard.connector.Lease;
import io.switchboard.connector.Leases;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whose turn it is to count, of the versions of this bundle. Asked only when there is something to count. For one thread. */
final class Turn {
    private static final Duration HELD = Duration.ofSeconds(5);
    private static final long TRUSTED_NANOS = Duration.ofSeconds(2).toNanos();

    private final Leases leases;
    private final String name;
    private @Nullable Lease lease;
    private long renewed;

    Turn(Leases leases, String name) {
        this.leases = leases;
        this.name = name;
    }

    /** Whether it is ours; takes it where nobody has it. */
    boolean ours() {
        long now = System.nanoTime();
        if (lease != null && now - renewed < TRUSTED_NANOS) {
            return true;
        }
        if (lease == null || !lease.renew()) {
            lease = leases.tryAcquire(name, HELD).orElse(null);
        }
        renewed = now;
        return lease != null;
    }

    void giveBack() {
        if (lease != null) {
            lease.close();
            lease = null;
        }
    }
}
