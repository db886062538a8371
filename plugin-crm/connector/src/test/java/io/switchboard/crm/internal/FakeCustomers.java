package io.switchboard.crm.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.spi.ContactPoint;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryKind;
import io.switchboard.crm.spi.EntryQuery;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CRM in memory. */
final class FakeCustomers implements CustomerBackend {
    final Map<String, Customer> customers = new LinkedHashMap<>();
    final Map<String, Recorded> recorded = new LinkedHashMap<>();
    final List<Entry> entries = new ArrayList<>();

    Optional<CallContext> lastCall = Optional.empty();

    @Override
    public CustomerBackend during(CallContext call) {
        lastCall = Optional.of(call);
        return this;
    }

    void add(Customer customer) {
        customers.put(customer.id(), customer);
    }

    void addEntry(String customerId, EntryKind kind, Instant at, String subject) {
        entries.add(Entry.builder(Integer.toString(entries.size() + 1), customerId, kind, at)
                .subject(subject)
                .build());
    }

    @Override
    public Optional<Customer> get(String customerId) {
        return Optional.ofNullable(customers.get(customerId));
    }

    @Override
    public Page<Customer> find(ContactPoint contact, PageRequest page) {
        return Page.last(customers.values().stream()
                .filter(customer -> customer.phone().map(ContactPoint::phone).equals(Optional.of(contact))
                        || customer.email().map(ContactPoint::email).equals(Optional.of(contact)))
                .toList());
    }

    @Override
    public Page<Entry> entries(EntryQuery query, PageRequest page) {
        List<Entry> wanted = entries.stream()
                .filter(entry -> entry.customerId().equals(query.customerId()))
                .filter(entry -> query.kind().map(entry.kind()::equals).orElse(true))
                .filter(entry ->
                        query.from().map(from -> !entry.at().isBefore(from)).orElse(true))
                .filter(entry -> query.before().map(entry.at()::isBefore).orElse(true))
                .toList();
        return NewestFirst.page(wanted, Entry::at, entry -> Integer.parseInt(entry.id()), page);
    }

    @Override
    public Recorded record(Observation observation) {
        if (!customers.containsKey(observation.customerId())) {
            throw ConnectorException.of(ErrorCode.CUSTOMER_NOT_FOUND);
        }
        return recorded.computeIfAbsent(
                observation.correlationId(),
                id -> Recorded.of(Integer.toString(recorded.size() + 1), observation, true));
    }

    @Override
    public Optional<Recorded> findRecorded(String customerId, String correlationId) {
        return Optional.ofNullable(recorded.get(correlationId))
                .filter(found -> found.observation().customerId().equals(customerId));
    }
}
