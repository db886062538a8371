package io.switchboard.core.internal.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.health.HealthCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    @Test
    void aHubIsNotReadyBeforeTheBackendsOfItsConnectorsAre() {
        Set<String> there = new HashSet<>(Set.of("customers"));
        HealthCheck check = Readiness.ofServices(there::contains, () -> List.of("customers", "tickets", "orders"));
        assertFalse(check.check().ready());
        assertEquals(
                "These services are not there yet: tickets, orders. The log says why, or put their bundles into deploy/.",
                check.check().message());
        there.addAll(Set.of("tickets", "orders"));
        assertTrue(check.check().ready());
    }

    @Test
    void aHubThatNeedsNothingIsReady() {
        assertTrue(Readiness.ofServices(name -> false, List::of).check().ready());
    }

    @Test
    void settingsThatAreNotUsedAreSaidAndTheHubIsReadyByThoseBefore() {
        assertEquals(HealthCheck.Status.READY, new HealthChecks.SettingsCheck(() -> "").check());
        HealthCheck.Status status = new HealthChecks.SettingsCheck(() -> "operation.limits: not of the form").check();
        assertTrue(status.ready());
        assertEquals(
                "io.switchboard.core.cfg is not used: operation.limits: not of the form. The settings before it stay.",
                status.message());
    }
}
