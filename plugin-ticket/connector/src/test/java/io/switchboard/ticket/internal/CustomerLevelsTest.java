package io.switchboard.ticket.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
        levels.crm = new FakeCrm(id -> id.equals("C-1") ? Optional.of(Level.GOLD) : Optional.empty());
        assertEquals(Optional.of(Level.GOLD), levels.of("C-1", PLENTY));
        assertEquals(Optional.empty(), levels.of("C-2", PLENTY));
    }

    @Test
    void asksTheCrmThatIsInUseNow() {
        CustomerBackend first = new FakeCrm(id -> Optional.of(Level.GOLD));
        CustomerBackend second = new FakeCrm(id -> Optional.of(Level.SILVER));
        AtomicReference<CustomerBackend> inUse = new AtomicReference<>(first);
        levels.crm = () -> Optional.ofNullable(inUse.get());
        assertEquals(Optional.of(Level.GOLD), levels.of("C-1", PLENTY));
        inUse.set(second);
        assertEquals(Optional.of(Level.SILVER), levels.of("C-1", PLENTY));
    }

    @Test
    void nobodyKnowsWhileTheCrmInUseIsNotThere() {
        levels.crm = Optional::empty;
        assertEquals(Optional.empty(), levels.of("C-1", PLENTY));
    }

    @Test
    void withoutCrmNobodyKnows() {
        assertEquals(Optional.empty(), levels.of("C-1", PLENTY));
    }

    @Test
    void failingCrmIsAsNone() {
        levels.crm = new FakeCrm(id -> {
            throw ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE);
        });
        assertEquals(Optional.empty(), levels.of("C-1", PLENTY));
    }

    @Test
    void hangingCrmIsAskedByFewThreadsAndInterrupted() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch release = new CountDownLatch(1);
        levels.crm = new FakeCrm(id -> {
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
        });
        for (int i = 0; i < 20; i++) {
            assertEquals(Optional.empty(), levels.of("C-1", LITTLE));
        }
        assertEquals(8, asked.get());
        release.countDown();
    }
}
