package io.switchboard.security.internal.audit;

import io.switchboard.connector.Connector;
import io.switchboard.connector.testkit.ConnectorContract;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.internal.audit.AuditSettings;
import io.switchboard.core.internal.audit.AuditUnavailable;
import io.switchboard.core.internal.audit.SegmentAuditLog;
import io.switchboard.security.internal.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class AuditContractTest extends ConnectorContract {
    private static final AuditRecord CALL = new AuditRecord(
            Instant.parse("2026-11-22T10:00:00Z"),
            "hub",
            "call",
            "trace",
            "rest",
            "desk",
            "li.wei",
            "",
            "C-1001",
            "",
            "crm.v1.customer.get",
            "{}",
            0,
            "",
            false,
            "",
            100,
            1,
            "",
            AuditRecord.Person.SHOWN);

    @TempDir
    Path folder = Path.of("");

    private SegmentAuditLog log;

    @BeforeEach
    void open() throws IOException {
        log = new SegmentAuditLog(folder, "hub", AuditSettings.DEFAULTS, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Override
    protected Connector connector() {
        try {
            // Somebody to be erased.
            log.append(CALL, true);
        } catch (AuditUnavailable e) {
            throw new IllegalStateException(e);
        }
        return new AuditConnector(
                log,
                new Erasures(log, TestStore.open(), folder.resolve("erasures"), InstantSource.system()),
                Clock.systemUTC());
    }

    @Override
    protected Optional<String> arguments(String operation) {
        return operation.equals("customer.erase") ? Optional.of("{'customerId': 'C-1001'}") : Optional.empty();
    }
}
