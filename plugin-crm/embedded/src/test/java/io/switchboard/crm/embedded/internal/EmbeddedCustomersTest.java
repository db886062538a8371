package io.switchboard.crm.embedded.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.crm.observations.Facts;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.CustomerBackendSuite;
import io.switchboard.crm.spi.EntryKind;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Topic;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedCustomersTest extends CustomerBackendSuite {
    private TestStore store;
    private EmbeddedCustomers backend;
    private int customers;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.inMemory();
        backend = new EmbeddedCustomers(store.source());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected CustomerBackend backend() {
        return backend;
    }

    @Override
    protected String addCustomer(String name, String phone, String email) {
        customers++;
        String id = "C-" + (2000 + customers);
        store.addCustomer(id, name, phone, email);
        return id;
    }

    @Override
    protected void addEntry(String customerId, EntryKind kind, Instant at, String subject) {
        store.addEntry(customerId, kind.name(), at, subject);
    }

    @Test
    void keepsOneRowPerAct() {
        String id = addCustomer("李雷", "13800002001", "lilei@example.com");
        Observation observation = observation(id, Topic.Kind.TAG, "老客户", Optional.of(""), "1");
        backend.record(observation);
        backend.record(observation);
        assertEquals(1, store.count("observation"));
    }

    @Test
    void takesFiftyOfAKindAndNoMore() {
        String id = addCustomer("李雷", "13800002001", "lilei@example.com");
        for (int i = 0; i < Facts.MOST; i++) {
            backend.record(observation(id, Topic.Kind.TAG, "tag" + i, Optional.of(""), "1"));
        }
        Observation more = observation(id, Topic.Kind.TAG, "more", Optional.of(""), "1");
        ConnectorException failure = assertThrows(ConnectorException.class, () -> backend.record(more));
        assertEquals(ErrorCode.LIMIT_EXCEEDED, failure.code());
        assertEquals(CustomerBackend.TOO_MANY, failure.reason());
        assertEquals(Facts.MOST, store.count("observation"));
        assertTrue(backend.record(observation(id, Topic.Kind.TAG, "tag7", Optional.of(""), "1"))
                .applied());
    }

    @Test
    void anInterruptedWriteLeavesNothing() {
        String id = addCustomer("李雷", "13800002001", "lilei@example.com");
        Observation observation = observation(id, Topic.Kind.TAG, "老客户", Optional.of(""), "1");
        Thread.currentThread().interrupt();
        ConnectorException failure = assertThrows(ConnectorException.class, () -> backend.record(observation));
        assertTrue(Thread.interrupted());
        assertEquals(ErrorCode.BUSY, failure.code());
        assertEquals(0, store.count("observation"));
        assertFalse(backend.findRecorded(id, observation.correlationId()).isPresent());
        assertTrue(backend.record(observation).applied());
    }

    @Test
    void saysThatTheStoreIsGone() {
        store.close();
        ConnectorException failure = assertThrows(ConnectorException.class, () -> backend.get("C-1"));
        assertTrue(failure.code().number() > 5000, failure.code().name());
    }
}
