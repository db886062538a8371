package io.switchboard.analytics.internal;

import io.switchboard.connector.Connector;
import io.switchboard.connector.testkit.ConnectorContract;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class AnalyticsContractTest extends ConnectorContract {
    private TestStore store;

    @BeforeEach
    void open() throws Exception {
        store = new TestStore();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Connector connector() {
        Instant now = Instant.parse("2026-11-22T10:15:30Z");
        return new AnalyticsConnector(store.source(), ZoneId.of("Asia/Shanghai"), Clock.fixed(now, ZoneOffset.UTC));
    }
}
