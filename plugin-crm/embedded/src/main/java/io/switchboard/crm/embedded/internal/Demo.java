package io.switchboard.crm.embedded.internal;

import io.switchboard.crm.observations.Facts;
import io.switchboard.crm.spi.ContactPoint;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.Entry;
import io.switchboard.sql.DuplicateAct;
import io.switchboard.sql.Sql;
import io.switchboard.sql.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty store with {@value #CUSTOMERS} invented customers and what they had to do with the company in the last year. */
final class Demo {
    static final int CUSTOMERS = 300;

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final String ADD_CUSTOMER =
            "insert into customer (id, name, level, spend_amount, spend_currency, phone,"
                    + " phone_key, email, email_key, address, language, since, facts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ADD_ENTRY =
            "insert into entry (customer_id, kind, occurred_at, channel, subject, content, status)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private final Transactions transactions;
    private final Instant now;

    Demo(DataSource source, Clock clock) {
        transactions = new Transactions(source);
        now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Does nothing where there are customers already. */
    void fill() {
        try {
            boolean filled = transactions.write(this::fillIfEmpty);
            if (filled) {
                LOG.info("Filled the store with {} demo customers", CUSTOMERS);
            }
        } catch (DuplicateAct e) {
            LOG.info("Another node fills the store with demo customers");
        }
    }

    private boolean fillIfEmpty(Connection connection) throws SQLException {
        if (!isEmpty(connection)) {
            return false;
        }
        try (PreparedStatement customers = connection.prepareStatement(ADD_CUSTOMER);
                PreparedStatement entries = connection.prepareStatement(ADD_ENTRY)) {
            DemoShowcase showcase = new DemoShowcase(now);
            add(customers, showcase.customer());
            add(entries, showcase.entries());
            for (int number = 2; number <= CUSTOMERS; number++) {
                DemoCustomer demo = new DemoCustomer(number, now);
                Customer customer = demo.customer();
                add(customers, customer);
                add(entries, demo.entries(customer.id()));
            }
            customers.executeBatch();
            entries.executeBatch();
        }
        return true;
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        return new Sql("select id from customer fetch first 1 rows only")
                .first(connection, row -> row.getString(1))
                .isEmpty();
    }

    private void add(PreparedStatement insert, Customer customer) throws SQLException {
        insert.setString(1, customer.id());
        insert.setString(2, customer.name());
        insert.setString(3, customer.level().name());
        insert.setBigDecimal(4, customer.lifetimeSpend().amount());
        insert.setString(5, customer.lifetimeSpend().currency());
        insert.setString(6, customer.phone().orElse(null));
        insert.setString(
                7,
                customer.phone().map(ContactPoint::phone).map(ContactPoint::key).orElse(null));
        insert.setString(8, customer.email().orElse(null));
        insert.setString(
                9,
                customer.email().map(ContactPoint::email).map(ContactPoint::key).orElse(null));
        insert.setString(10, customer.address().orElse(null));
        insert.setString(11, customer.language());
        insert.setObject(12, customer.since());
        insert.setString(13, Facts.of(customer, now).text());
        insert.addBatch();
    }

    private static void add(PreparedStatement insert, List<Entry> entries) throws SQLException {
        for (Entry entry : entries) {
            add(insert, entry);
        }
    }

    private static void add(PreparedStatement insert, Entry entry) throws SQLException {
        insert.setString(1, entry.customerId());
        insert.setString(2, entry.kind().name());
        insert.setObject(3, EntryRows.time(entry.at()));
        insert.setString(4, entry.channel());
        insert.setString(5, entry.subject());
        insert.setString(6, entry.text());
        insert.setString(7, entry.status().orElse(null));
        insert.addBatch();
    }
}
