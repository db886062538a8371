package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.Shipment;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import io.switchboard.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The statements on shipments. */
final class ShipmentTable {
    private static final String IN_OUR_HANDS = " where order_id = ? and status in ('WAITING', 'PACKED')";

    private ShipmentTable() {}

    static void insert(Connection connection, long orderId, Shipment shipment) throws SQLException {
        Sql sql = new Sql("insert into shop_shipment (order_id, status, carrier, tracking, sent_at, delivered_at, "
                        + AddressColumns.NAMES + ") values (?, ?, ?, ?, ?, ?, " + AddressColumns.VALUES + ")")
                .value(orderId)
                .value(shipment.status())
                .value(shipment.carrier())
                .value(shipment.trackingNumber())
                .value(shipment.sentAt())
                .value(shipment.deliveredAt());
        AddressColumns.values(sql, shipment.address().orElseThrow()).update(connection);
    }

    static List<Shipment> list(Connection connection, long orderId) throws SQLException {
        return new Sql("select * from shop_shipment where order_id = ? order by id")
                .value(orderId)
                .list(
                        connection,
                        row -> Shipment.builder(
                                        Long.toString(row.getLong("id")),
                                        ShipmentStatus.valueOf(row.getString("status")))
                                .address(Optional.of(AddressColumns.read(row)))
                                .carrier(row.getString("carrier"))
                                .trackingNumber(Optional.ofNullable(row.getString("tracking")))
                                .sentAt(Sql.optionalInstant(row, "sent_at"))
                                .deliveredAt(Sql.optionalInstant(row, "delivered_at"))
                                .build());
    }

    static void setAddress(Connection connection, long orderId, Address address) throws SQLException {
        AddressColumns.values(new Sql("update shop_shipment set " + AddressColumns.SET), address)
                .add(IN_OUR_HANDS, orderId)
                .update(connection);
    }

    static void cancel(Connection connection, long orderId) throws SQLException {
        new Sql("update shop_shipment set status = 'CANCELLED'")
                .add(IN_OUR_HANDS, orderId)
                .update(connection);
    }
}
