package io.switchboard.crm.embedded.internal;

import io.switchboard.connector.Money;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.observations.Facts;
import io.switchboard.crm.spi.ContactPoint;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.Level;
import io.switchboard.crm.spi.Topic;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
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
        try (PreparedStatement select = connection.prepareStatement(GET)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(customer(row)) : Optional.empty();
            }
        }
    }

    static Page<Customer> find(Connection connection, ContactPoint contact, PageRequest page) throws SQLException {
        String sql = switch (contact.kind()) {
            case PHONE -> BY_PHONE;
            case EMAIL -> BY_EMAIL;
        };
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, contact.key());
            select.setString(2, page.cursor().orElse(""));
            select.setInt(3, page.limit() + 1);
            List<Customer> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(customer(row));
                }
            }
            if (found.size() <= page.limit()) {
                return Page.last(found);
            }
            List<Customer> wanted = found.subList(0, page.limit());
            return Page.of(wanted, Optional.of(wanted.get(wanted.size() - 1).id()));
        }
    }

    /** What the customer shows, with the row held until the transaction ends; empty where there is no such customer. */
    static Optional<Facts> lock(Connection connection, String id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select facts from customer where id = ? for update")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Facts.parse(row.getString(1))) : Optional.empty();
            }
        }
    }

    static void show(Connection connection, String id, Facts facts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update customer set facts = ? where id = ?")) {
            update.setString(1, facts.text());
            update.setString(2, id);
            update.executeUpdate();
        }
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
