package io.switchboard.crm.embedded.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.observations.Facts;
import io.switchboard.crm.observations.ObservationRows;
import io.switchboard.crm.spi.ContactPoint;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryQuery;
import io.switchboard.crm.spi.Observation;
import io.switchboard.crm.spi.Recorded;
import io.switchboard.sql.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Customers in the hub's own store: a row each, with all that {@code get} tells. */
@Component(service = CustomerBackend.class, property = CustomerBackend.INSTANCE + "=embedded", immediate = true)
public final class EmbeddedCustomers implements CustomerBackend {
    private static final String DEMO = "switchboard.demo";

    private final Transactions transactions;

    /** Called by the framework; fills an empty store with the demo's customers if the hub runs as a demo. */
    @Activate
    public EmbeddedCustomers(@Reference DataSource source, BundleContext context) {
        this(source);
        if ("true".equals(context.getProperty(DEMO))) {
            new Demo(source, Clock.systemUTC()).fill();
        }
    }

    EmbeddedCustomers(DataSource source) {
        transactions = new Transactions(source);
    }

    @Override
    public Optional<Customer> get(String customerId) {
        return transactions.read(connection -> CustomerRows.get(connection, customerId));
    }

    @Override
    public Page<Customer> find(ContactPoint contact, PageRequest page) {
        return transactions.read(connection -> CustomerRows.find(connection, contact, page));
    }

    @Override
    public Page<Entry> entries(EntryQuery query, PageRequest page) {
        return transactions.read(connection -> EntryRows.list(connection, query, page));
    }

    @Override
    public Recorded record(Observation observation) {
        return transactions.write(connection -> record(connection, observation));
    }

    @Override
    public Optional<Recorded> findRecorded(String customerId, String correlationId) {
        return transactions.read(connection -> ObservationRows.find(connection, customerId, correlationId));
    }

    private static Recorded record(Connection connection, Observation observation) throws SQLException {
        String customerId = observation.customerId();
        // From here on no other write for this customer runs, so two attempts at one act see each other.
        Facts shown = CustomerRows.lock(connection, customerId)
                .orElseThrow(() -> ConnectorException.of(ErrorCode.CUSTOMER_NOT_FOUND));
        return ObservationRows.record(
                connection, observation, shown, facts -> CustomerRows.show(connection, customerId, facts));
    }
}
