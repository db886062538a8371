package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.observations.Facts;
import io.switchboard.crm.spi.ContactPoint;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryQuery;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Recorded;
import io.switchboard.crm.spi.Topic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Customers who are parties of a Tryton; a customer's id is the party's code. */
final class TrytonCustomers implements CustomerBackend {
    private final Instance instance;
    private final Parties parties;
    private final Spending spending;
    private final History history;
    private final Tags tags;

    TrytonCustomers(Instance instance) {
        this.instance = instance;
        parties = new Parties(instance.tryton());
        spending = new Spending(instance.tryton(), instance.currency());
        history = new History(instance.tryton(), instance.settings().complaints());
        tags = new Tags(
                instance.tryton(),
                parties,
                instance.shown(),
                instance.settings().ranks(),
                instance.settings().tagsParent());
    }

    @Override
    public CustomerBackend during(CallContext call) {
        return new TrytonCustomers(instance.during(call));
    }

    @Override
    public Optional<Customer> get(String customerId) {
        return parties.get(customerId).map(party -> customers(List.of(party)).get(0));
    }

    @Override
    public Page<Customer> find(ContactPoint contact, PageRequest page) {
        Page<Party> found = parties.find(contact, page);
        return Page.of(customers(found.items()), found.next());
    }

    @Override
    public Page<Entry> entries(EntryQuery query, PageRequest page) {
        Optional<Party> party = parties.get(query.customerId());
        return party.isPresent() ? history.list(party.get(), query, page) : Page.empty();
    }

    @Override
    public Recorded record(Observation observation) {
        return instance.turns().take(observation.customerId(), () -> {
            if (observation.topic().kind() == Topic.Kind.TAG) {
                return tags.record(observation);
            }
            Party party = parties.get(observation.customerId()).orElseThrow(TrytonCustomers::nobody);
            return instance.shown().record(party.id(), observation, UnaryOperator.identity());
        });
    }

    @Override
    public Optional<Recorded> findRecorded(String customerId, String correlationId) {
        return instance.shown().recorded(customerId, correlationId);
    }

    private List<Customer> customers(List<Party> found) {
        List<Long> ids = found.stream().map(Party::id).toList();
        Map<Long, Money> spent = spending.of(ids);
        Map<Long, Facts> shown = instance.shown().of(ids);
        TrytonSettings settings = instance.settings();
        return found.stream()
                .map(party -> party.customer(
                        settings.ranks(),
                        settings.language(),
                        Objects.requireNonNull(spent.get(party.id())),
                        shown.getOrDefault(party.id(), Facts.NONE)))
                .toList();
    }

    static ConnectorException nobody() {
        return ConnectorException.of(ErrorCode.CUSTOMER_NOT_FOUND);
    }
}
