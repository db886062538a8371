package io.switchboard.it.unproven;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.spi.ContactPoint;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryQuery;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Recorded;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Fails whatever it is asked, under the name of the backend that is in use. */
@Component(service = CustomerBackend.class, property = CustomerBackend.INSTANCE + "=embedded")
public final class BrokenCustomers implements CustomerBackend {
    @Override
    public Optional<Customer> get(String customerId) {
        throw used();
    }

    @Override
    public Page<Customer> find(ContactPoint contact, PageRequest page) {
        throw used();
    }

    @Override
    public Page<Entry> entries(EntryQuery query, PageRequest page) {
        throw used();
    }

    @Override
    public Recorded record(Observation observation) {
        throw used();
    }

    @Override
    public Optional<Recorded> findRecorded(String customerId, String correlationId) {
        throw used();
    }

    private static IllegalStateException used() {
        return new IllegalStateException("used before it was admitted");
    }
}
