package io.switchboard.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectorExceptionTest {
    @Test
    void keepsAllThatIsSaidOfIt() {
        IOException cause = new IOException("backend.internal:5432 is gone");
        ConnectorException failure = ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE)
                .at("a")
                .causedBy(cause)
                .at("b", "c")
                .retryAfter(Duration.ofSeconds(30));
        assertEquals(ErrorCode.BACKEND_UNREACHABLE, failure.code());
        assertEquals("", failure.reason());
        assertEquals(List.of("a", "b", "c"), failure.members());
        assertEquals(Optional.of(Duration.ofSeconds(30)), failure.retryAfter());
        assertSame(cause, failure.getCause());
        assertEquals("BACKEND_UNREACHABLE", failure.getMessage());
    }

    @Test
    void boundsTheTimeToWait() {
        ConnectorException busy = ConnectorException.of(ErrorCode.BUSY);
        assertEquals(
                Optional.of(Duration.ofMillis(1)),
                busy.retryAfter(Duration.ofSeconds(-5)).retryAfter());
        assertEquals(
                Optional.of(Duration.ofDays(1)),
                busy.retryAfter(Duration.ofDays(40_000)).retryAfter());
        assertEquals(Optional.empty(), busy.retryAfter());
    }

    @Test
    void saysItsReason() {
        assertEquals(
                "CONFLICT expired",
                ConnectorException.of(ErrorCode.CONFLICT, "expired").getMessage());
    }
}
