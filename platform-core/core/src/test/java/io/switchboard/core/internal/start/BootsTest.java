package io.switchboard.core.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Lease;
import io.switchboard.connector.Leases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootsTest {
    @TempDir
    Path one;

    @TempDir
    Path other;

    /** Leases of all hubs on one database, that last until they are given back. */
    private static final class Held implements Leases {
        private final Set<String> names = ConcurrentHashMap.newKeySet();
        private final CountDownLatch taken = new CountDownLatch(2);

        @Override
        public Optional<Lease> tryAcquire(String name, Duration ttl) {
            if (!names.add(name)) {
                return Optional.empty();
            }
            taken.countDown();
            return Optional.of(new Lease() {
                @Override
                public boolean renew() {
                    return names.contains(name);
                }

                @Override
                public void close() {
                    names.remove(name);
                }
            });
        }
    }

    @Test
    void anotherHubIsAliveAsLongAsItHoldsItsLease() throws Exception {
        Held leases = new Held();
        try (Boots ours = new Boots(one, () -> Optional.of(leases))) {
            String gone;
            try (Boots theirs = new Boots(other, () -> Optional.of(leases))) {
                assertTrue(leases.taken.await(10, TimeUnit.SECONDS), "both hold theirs");
                gone = theirs.current();
                assertTrue(ours.isAlive(gone));
                assertTrue(theirs.isAlive(ours.current()));
            }
            assertFalse(ours.isAlive(gone));
            assertFalse(ours.isAlive(gone), "to look does not make it alive");
        }
    }

    @Test
    void anEarlierLifeOfTheSameHomeIsOver() throws Exception {
        Held leases = new Held();
        try (Boots before = new Boots(one, () -> Optional.of(leases));
                Boots now = new Boots(one, () -> Optional.of(leases))) {
            assertNotEquals(before.current(), now.current());
            assertEquals(before.current().substring(0, 16), now.current().substring(0, 16));
            assertFalse(now.isAlive(before.current()));
        }
    }

    @Test
    void whoCannotTellLeavesTheOthersAlone() throws Exception {
        try (Boots ours = new Boots(one, Optional::empty);
                Boots theirs = new Boots(other, Optional::empty)) {
            assertTrue(ours.isAlive(theirs.current()));
        }
    }

    @Test
    void aDamagedNameOfTheHomeIsTold() throws Exception {
        Files.writeString(one.resolve("hub.id"), "x");
        assertThrows(IOException.class, () -> new Boots(one, Optional::empty));
    }
}
