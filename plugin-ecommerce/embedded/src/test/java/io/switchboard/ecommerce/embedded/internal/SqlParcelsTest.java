package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.ecommerce.spi.LogisticsBackend;
import io.switchboard.ecommerce.spi.LogisticsBackendContract;
import io.switchboard.sql.Transactions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class SqlParcelsTest extends LogisticsBackendContract {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);

    private TestStore store;
    private LogisticsBackend backend;

    @BeforeEach
    void open() throws SQLException, IOException {
        store = new TestStore();
        Transactions transactions = new Transactions(store.source());
        Demo.fill(transactions, CLOCK);
        backend = new SqlParcels(transactions, new ToldEvents(), CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected LogisticsBackend backend() {
        return backend;
    }

    @Override
    protected String inTransit() {
        return "SF100101";
    }

    @Override
    protected String delivered() {
        return "SF100103";
    }
}
