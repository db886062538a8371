package io.switchboard.it.second;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.spi.ContactPoint;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryQuery;
import io.switchboard.crm.spi.Level;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Says of everybody that there is nobody better; no configuration names it. */
@Component(service = CustomerBackend.class, property = CustomerBackend.INSTANCE + "=second")
public final class SecondCrm implements CustomerBackend {
    @Override
    public Optional<Customer> get(String customerId) {
        return Optional.of(Customer.builder(customerId, "Somebody", LocalDate.EPOCH)
                .level(Level.PLATINUM)
                .build());
    }

    @Override
    public Page<Customer> find(ContactPoint contact, PageRequest page) {
        return Page.last(List.of());
    }

    @Override
    public Page<Entry> entries(EntryQuery query, PageRequest page) {
        return Page.last(List.of());
    }

    @Override
    public Recorded record(Observation observation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Recorded> findRecorded(String customerId, String correlationId) {
        return Optional.empty();
    }
}
