package io.switchboard.ticket.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.crm.spi.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerLevelsTest {
    private static final Duration PLENTY = Duration.ofSeconds(10);
    private static final Duration LITTLE = Duration.ofMillis(8);

    private final CustomerLevels levels = new CustomerLevels();

    @AfterEach
    void close() {
        levels.close();
    }

    @Test
    void levelIsWhatTheCrmSays() {
        levels.bind(new FakeCrm(id -> id.equals("C-1") ? Optional.of(Level.GOLD) : Optional.empty()), Map.of());
        assertEquals(Optional.of(Level.GOLD), levels.of("C-1", PLENTY));
        assertEquals(Optional.empty(), levels.of("C-2", PLENTY));
    }

    @Test
    void asksTheNewerWhileACrmIsReplaced() {
        FakeCrm before = new FakeCrm(id -> Optional.of(Level.GOLD));
        FakeCrm after = new FakeCrm(id -> Optional.of(Level.SILVER));
        levels.bind(after, Map.of("service.id", 2L));
        levels.bind(before, Map.of("service.id", 1L));
        assertEquals(Optional.of(Level.SILVER), levels.of("C-1", PLENTY));
        levels.unbind(after);
        assertEquals(Optional.of(Level.GOLD), levels.of("C-1", PLENTY));
    }

    @Test
    void withoutCrmNobodyKnows() {
        assertEquals(Optional.empty(), levels.of("C-1", PLENTY));
    }

    @Test
    void failingCrmIsAsNone() {
        levels.bind(
                new FakeCrm(id -> {
                    throw ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE);
                }),
                Map.of());
        assertEquals(Optional.empty(), levels.of("C-1", PLENTY));
    }

    @Test
    void hangingCrmIsAskedByFewThreadsAndInterrupted() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch release = new CountDownLatch(1);
        levels.bind(
                new FakeCrm(id -> {
                    asked.incrementAndGet();
                    boolean open = false;
                    while (!open) {
                        try {
                            release.await();
                            open = true;
                        } catch (InterruptedException e) {
                            // As bad backends do.
                        }
                    }
                    return Optional.of(Level.GOLD);
                }),
                Map.of());
        for (int i = 0; i < 20; i++) {
            assertEquals(Optional.empty(), levels.of("C-1", LITTLE));
        }
        assertEquals(8, asked.get());
        release.countDown();
    }
}
