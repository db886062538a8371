package io.switchboard.analytics.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.internal.audit.AuditSettings;
import io.switchboard.core.internal.audit.SegmentAuditLog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the call's record in the real audit to the answer. */
class FromTheAuditTest {
    @TempDir
    Path folder;

    @Test
    void countsACallSoon() throws Exception {
        try (TestStore store = new TestStore();
                SegmentAuditLog log = new SegmentAuditLog(folder, "hub", AuditSettings.DEFAULTS, Clock.systemUTC())) {
            RollUpThread thread = new RollUpThread(log, "hub", store.source(), new FakeLeases());
            try {
                AnalyticsConnector connector =
                        new AnalyticsConnector(store.source(), ZoneOffset.UTC, Clock.systemUTC());
                for (int i = 0; i < 100; i++) {
                    log.append(FakeTrail.record(Instant.now(), "crm.v1.customer.get", 0, 500), false);
                }
                Instant end = Instant.now().plus(Duration.ofSeconds(20));
                while (calls(connector) < 100) {
                    assertTrue(Instant.now().isBefore(end), "all are counted");
                    LockSupport.parkNanos(10_000_000);
                }
                assertTrue(calls(connector) == 100);
            } finally {
                thread.stop();
            }
        }
    }

    private static long calls(AnalyticsConnector connector) {
        return connector
                .summary(new SummaryQuery(Optional.empty(), Optional.empty(), Optional.of("crm")))
                .total()
                .calls();
    }
}
