package io.switchboard.core.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.switchboard.connector.ErrorCode;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallEndTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    private CallEnd last() {
        return hub.ends.get(hub.ends.size() - 1);
    }

    @Test
    void isToldOfACallThatSucceeds() {
        hub.ask("balance.get")
                .with("{'customerId':'C-1'}")
                .traceparent("00-" + TRACE + "-" + PARENT + "-01")
                .call()
                .json();
        CallEnd end = last();
        assertEquals("loyalty.v1.balance.get", end.operation());
        assertNull(end.code());
        assertEquals(TRACE, end.trace().traceId());
        assertNotEquals(PARENT, end.trace().spanId());
        assertEquals(Optional.of(PARENT), end.parentSpanId());
        assertEquals(hub.audit.get(0).callId(), end.callId());
        assertEquals(hub.audit.get(0).principal(), end.principal());
    }

    @Test
    void isToldOfACallThatIsRefused() {
        hub.ask("balance.get").anonymous().traceparent("not a trace").call();
        assertEquals(ErrorCode.UNAUTHENTICATED, last().code());
        assertEquals("", last().principal());
        assertEquals(Optional.empty(), last().parentSpanId());
    }
}
