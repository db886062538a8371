package io.switchboard.ecommerce.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every carrier has to do. A test class for each backend extends it, and says how parcels come to be. */
public abstract class LogisticsBackendContract {
    /** The backend under test; the same within one test. */
    protected abstract LogisticsBackend backend();

    /** The tracking number of a parcel that is on its way, and can be redirected. */
    protected abstract String inTransit();

    /** The tracking number of a parcel that has arrived. */
    protected abstract String delivered();

    /** Whether this carrier takes parcels to another address at all; one that does not refuses, and says so beforehand. */
    protected boolean redirects() {
        return true;
    }

    @Test
    void stepsOfAParcelAreInTheirOrder() {
        String number = inTransit();
        Parcel parcel = backend().track(number).orElseThrow();
        assertEquals(number, parcel.trackingNumber());
        assertEquals(ParcelStatus.IN_TRANSIT, parcel.status());
        assertEquals(redirects(), parcel.redirectable());
        assertTrue(parcel.deliveredAt().isEmpty());
        assertFalse(parcel.steps().isEmpty());
        List<Instant> times = parcel.steps().stream().map(TrackingStep::at).toList();
        assertEquals(times.stream().sorted().toList(), times);
    }

    @Test
    void parcelsThatNobodyKnowsAreNone() {
        for (String number : List.of("", "no such parcel", "%", "' or '1'='1", "x".repeat(500))) {
            assertTrue(backend().track(number).isEmpty(), number);
            assertFalse(backend().redirected(number, "a1"));
            assertCode(ErrorCode.NOT_FOUND, "", number);
        }
    }

    @Test
    void parcelIsRedirectedOnce() {
        String number = inTransit();
        Act act = OrderBackendContract.act();
        assertFalse(backend().redirected(number, act.correlationId()));
        if (!redirects()) {
            assertCode(ErrorCode.CONFLICT, LogisticsBackend.NOT_REDIRECTABLE, number);
            return;
        }
        Parcel first = backend().redirect(number, OrderBackendContract.ELSEWHERE, act);
        assertTrue(backend().redirected(number, act.correlationId()));
        assertEquals(first, backend().redirect(number, OrderBackendContract.ELSEWHERE, act));
        assertEquals(first, backend().track(number).orElseThrow());
        assertFalse(backend().redirected(number, OrderBackendContract.act().correlationId()));
    }

    @Test
    void parcelThatArrivedStaysThere() {
        String number = delivered();
        Parcel parcel = backend().track(number).orElseThrow();
        assertEquals(ParcelStatus.DELIVERED, parcel.status());
        assertTrue(parcel.deliveredAt().isPresent());
        assertFalse(parcel.redirectable());
        assertCode(ErrorCode.CONFLICT, LogisticsBackend.NOT_REDIRECTABLE, number);
        assertEquals(parcel, backend().track(number).orElseThrow());
    }

    private void assertCode(ErrorCode code, String reason, String number) {
        ConnectorException e = assertThrows(
                ConnectorException.class,
                () -> backend().redirect(number, OrderBackendContract.ELSEWHERE, OrderBackendContract.act()));
        assertEquals(code, e.code());
        assertEquals(reason, e.reason());
    }
}
