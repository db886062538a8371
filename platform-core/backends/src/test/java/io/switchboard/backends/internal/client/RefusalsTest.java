package io.switchboard.backends.internal.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private final AtomicLong now = new AtomicLong();
    private final Refusals refusals = new Refusals(now::get);

    @Test
    void afterThreeRefusalsOneAMinuteGetsThrough() {
        refuse(3);
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        var refused = assertThrows(ConnectorException.class, refusals::check);
        assertEquals(ErrorCode.BACKEND_REFUSED, refused.code());
        assertEquals(Duration.ofSeconds(50), refused.retryAfter().orElseThrow());
        now.addAndGet(Duration.ofSeconds(50).toNanos());
        assertDoesNotThrow(refusals::check);
        assertThrows(ConnectorException.class, refusals::check);
    }

    @Test
    void anAcceptedQuestionEndsIt() {
        refuse(3);
        refusals.accepted();
        refuse(2);
        assertDoesNotThrow(refusals::check);
    }

    private void refuse(int times) {
        for (int i = 0; i < times; i++) {
            refusals.refused();
        }
    }
}
