package io.switchboard.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Lease;
import io.switchboard.connector.Leases;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PollerTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Leases leases = (name, ttl) -> held.add(name) ? Optional.of(lease(name)) : Optional.empty();
    private final LinkedBlockingQueue<String> rounds = new LinkedBlockingQueue<>();

    private Lease lease(String name) {
        return new Lease() {
            @Override
            public boolean renew() {
                return held.contains(name);
            }

            @Override
            public void close() {
                held.remove(name);
            }
        };
    }

    private String next() throws InterruptedException {
        String round = rounds.poll(20, TimeUnit.SECONDS);
        assertTrue(round != null, "no round was taken");
        return round;
    }

    @Test
    void writeCallsItBeforeItsTime() throws InterruptedException {
        Bell bell = new Bell();
        Poller poller = new Poller("a", () -> rounds.add("round"), leases, LONG, bell);
        try {
            next();
            bell.ring();
            next();
            assertEquals(0, rounds.size());
        } finally {
            poller.close();
        }
    }

    @Test
    void oneHubOfSeveralPolls() throws InterruptedException {
        Poller one = new Poller("a", () -> rounds.add("one"), leases, SHORT, new Bell());
        assertEquals("one", next());
        Poller two = new Poller("a", () -> rounds.add("two"), leases, SHORT, new Bell());
        try {
            for (int i = 0; i < 20; i++) {
                assertEquals("one", next());
            }
            one.close();
            String round = next();
            while (round.equals("one")) {
                round = next();
            }
            assertEquals("two", round, "the other goes on as soon as the first has ended");
        } finally {
            one.close();
            two.close();
        }
    }

    @Test
    void roundThatFailsIsTakenAgain() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        Round failing = () -> {
            int round = count.incrementAndGet();
            rounds.add("round " + round);
            if (round == 1) {
                throw ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE);
            }
            if (round == 2) {
                throw new IllegalStateException("a fault of its own");
            }
        };
        Poller poller = new Poller("a", failing, leases, SHORT, new Bell());
        try {
            assertEquals("round 1", next());
            assertEquals("round 2", next());
            assertEquals("round 3", next());
        } finally {
            poller.close();
        }
    }
}
