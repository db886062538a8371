package io.switchboard.crm.embedded.internal;

import io.switchboard.connector.Money;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.observations.Facts;
import io.switchboard.crm.spi.ContactPoint;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.Level;
import io.switchboard.crm.spi.Topic;
import io.switchboard.sql.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads and changes the rows of {@code customer}. */
final class CustomerRows {
    private static final String COLUMNS =
            "select id, name, level, spend_amount, spend_currency, phone, email, address, language, since, facts from customer ";
    private static final String GET = COLUMNS + "where id = ?";
    private static final String BY_PHONE =
            COLUMNS + "where phone_key = ? and id > ? order by id fetch first ? rows only";
    private static final String BY_EMAIL =
            COLUMNS + "where email_key = ? and id > ? order by id fetch first ? rows only";

    private CustomerRows() {}

    static Optional<Customer> get(Connection connection, String id) throws SQLException {
        return new Sql(GET).value(id).first(connection, CustomerRows::customer);
    }

    static Page<Customer> find(Connection connection, ContactPoint contact, PageRequest page) throws SQLException {
        String sql = switch (contact.kind()) {
            case PHONE -> BY_PHONE;
            case EMAIL -> BY_EMAIL;
        };
        List<Customer> found = new Sql(sql)
                .value(contact.key())
                .value(page.cursor().orElse(""))
                .value(page.limit() + 1)
                .list(connection, CustomerRows::customer);
        if (found.size() <= page.limit()) {
            return Page.last(found);
        }
        List<Customer> wanted = found.subList(0, page.limit());
        return Page.of(wanted, Optional.of(wanted.get(wanted.size() - 1).id()));
    }

    /** What the customer shows, with the row held until the transaction ends; empty where there is no such customer. */
    static Optional<Facts> lock(Connection connection, String id) throws SQLException {
        return new Sql("select facts from customer where id = ? for update")
                .value(id)
                .first(connection, row -> Facts.parse(row.getString(1)));
    }

    static void show(Connection connection, String id, Facts facts) throws SQLException {
        new Sql("update customer set facts = ? where id = ?")
                .value(facts.text())
                .value(id)
                .update(connection);
    }

    private static Customer customer(ResultSet row) throws SQLException {
        Facts facts = Facts.parse(row.getString(11));
        BigDecimal spend = row.getBigDecimal(4);
        return Customer.builder(row.getString(1), row.getString(2), row.getObject(10, LocalDate.class))
                .level(Level.valueOf(row.getString(3)))
                .lifetimeSpend(new Money(cents(spend), row.getString(5)))
                .phone(Optional.ofNullable(row.getString(6)))
                .email(Optional.ofNullable(row.getString(7)))
                .address(Optional.ofNullable(row.getString(8)))
                .language(row.getString(9))
                .tags(facts.tags())
                .preferences(facts.traits(Topic.Kind.PREFERENCE))
                .needs(facts.traits(Topic.Kind.NEED))
                .build();
    }

    /** Takes the column's padding away, but leaves two digits, as money is written. */
    private static BigDecimal cents(BigDecimal padded) {
        BigDecimal stripped = padded.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
    }
}
