package io.switchboard.ecommerce.internal;

import io.switchboard.connector.Lease;
import io.switchboard.connector.Leases;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Leases of one process, which end only when they are given back. */
final class FakeLeases implements Leases {
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    @Override
    public Optional<Lease> tryAcquire(String name, Duration ttl) {
        return held.add(name) ? Optional.of(new Held(name)) : Optional.empty();
    }

    /** As another node would take it. */
    void take(String name) {
        held.add(name);
    }

    void giveBack(String name) {
        held.remove(name);
    }

    private final class Held implements Lease {
        private final String name;

        Held(String name) {
            this.name = name;
        }

        @Override
        public boolean renew() {
            return held.contains(name);
        }

        @Override
        public void close() {
            held.remove(name);
        }
    }
}
