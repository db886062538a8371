package io.switchboard.analytics.internal;

import io.switchboard.connector.Lease;
import io.switchboard.connector.Leases;
import java.time.Duration;
import java.util.Optional;

/** Leases that do not end by themselves. */
final class FakeLeases implements Leases {
    private Object holder = this;
    private boolean takenAway;

    @Override
    public synchronized Optional<Lease> tryAcquire(String name, Duration ttl) {
        if (holder != this || takenAway) {
            return Optional.empty();
        }
        Held held = new Held();
        holder = held;
        return Optional.of(held);
    }

    /** From now on somebody else has it. */
    synchronized void takeAway() {
        holder = this;
        takenAway = true;
    }

    synchronized boolean free() {
        return holder == this;
    }

    private final class Held implements Lease {
        @Override
        public boolean renew() {
            synchronized (FakeLeases.this) {
                return holder == this;
            }
        }

        @Override
        public void close() {
            synchronized (FakeLeases.this) {
                if (holder == this) {
                    holder = FakeLeases.this;
                }
            }
        }
    }
}
