package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.ecommerce.spi.Address;
import io.switchboard.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The columns that an address stands in, wherever one does. */
final class AddressColumns {
    static final String NAMES = "recipient, phone, street, city, region, postcode, country";
    static final String VALUES = "?, ?, ?, ?, ?, ?, ?";
    static final String SET = "recipient = ?, phone = ?, street = ?, city = ?, region = ?, postcode = ?, country = ?";

    private AddressColumns() {}

    static Sql values(Sql sql, Address address) {
        return sql.value(address.recipient())
                .value(address.phone())
                .value(address.street())
                .value(address.city())
                .value(address.region())
                .value(address.postcode())
                .value(address.country());
    }

    static Address read(ResultSet row) throws SQLException {
        return Address.builder(
                        row.getString("recipient"),
                        row.getString("street"),
                        row.getString("city"),
                        row.getString("country"))
                .phone(Optional.ofNullable(row.getString("phone")))
                .region(Optional.ofNullable(row.getString("region")))
                .postcode(Optional.ofNullable(row.getString("postcode")))
                .build();
    }
}
