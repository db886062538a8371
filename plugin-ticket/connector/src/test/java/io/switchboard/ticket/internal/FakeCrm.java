package io.switchboard.ticket.internal;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.spi.ContactPoint;
import io.switchboard.crm.spi.CrmInUse;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryQuery;
import io.switchboard.crm.spi.Level;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Recorded;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** A CRM that knows levels and nothing else, and is the one in use. */
record FakeCrm(Function<String, Optional<Level>> levels) implements CustomerBackend, CrmInUse {
    @Override
    public Optional<CustomerBackend> backend() {
        return Optional.of(this);
    }

    @Override
    public Optional<Customer> get(String customerId) {
        return levels.apply(customerId)
                .map(level -> Customer.builder(customerId, "Somebody", LocalDate.EPOCH)
                        .level(level)
                        .build());
    }

    @Override
    public Page<Customer> find(ContactPoint contact, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Entry> entries(EntryQuery query, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Recorded record(Observation observation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Recorded> findRecorded(String customerId, String correlationId) {
        throw new UnsupportedOperationException();
    }
}
