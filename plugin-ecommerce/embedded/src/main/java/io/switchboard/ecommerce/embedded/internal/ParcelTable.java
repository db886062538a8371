package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.Parcel;
import io.switchboard.ecommerce.spi.ParcelStatus;
import io.switchboard.ecommerce.spi.TrackingStep;
import io.switchboard.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements on parcels. */
final class ParcelTable {
    private static final int MOST_STEPS = 100;

    private ParcelTable() {}

    /** Puts one in with what happened to it. */
    static void insert(Connection connection, Parcel parcel) throws SQLException {
        new Sql("insert into parcel (tracking, status, redirectable, expected, delivered_at) values (?, ?, ?, ?, ?)")
                .value(parcel.trackingNumber())
                .value(parcel.status())
                .value(parcel.redirectable())
                .value(parcel.expected())
                .value(parcel.deliveredAt())
                .update(connection);
        for (TrackingStep step : parcel.steps()) {
            insert(connection, parcel.trackingNumber(), step);
        }
    }

    static void insert(Connection connection, String tracking, TrackingStep step) throws SQLException {
        new Sql("insert into parcel_step (tracking, happened_at, place, body) values (?, ?, ?, ?)")
                .value(tracking)
                .value(step.at())
                .value(step.place())
                .value(step.text())
                .update(connection);
    }

    /** Nobody else redirects the parcel until the end of the transaction. */
    static void lock(Connection connection, String tracking) throws SQLException {
        new Sql("select tracking from parcel where tracking = ? for update")
                .value(tracking)
                .list(connection, row -> row.getString("tracking"));
    }

    static Optional<Parcel> find(Connection connection, String tracking) throws SQLException {
        List<TrackingStep> steps = steps(connection, tracking);
        return new Sql("select * from parcel where tracking = ?")
                .value(tracking)
                .first(
                        connection,
                        row -> Parcel.builder(row.getString("tracking"), ParcelStatus.valueOf(row.getString("status")))
                                .redirectable(row.getBoolean("redirectable"))
                                .expected(Optional.ofNullable(row.getObject("expected", LocalDate.class)))
                                .deliveredAt(Sql.optionalInstant(row, "delivered_at"))
                                .steps(steps)
                                .build());
    }

    static void insertRedirect(Connection connection, String tracking, Address address, String correlationId)
            throws SQLException {
        Sql sql = new Sql("insert into parcel_redirect (tracking, correlation_id, " + AddressColumns.NAMES
                        + ") values (?, ?, " + AddressColumns.VALUES + ")")
                .value(tracking)
                .value(correlationId);
        AddressColumns.values(sql, address).update(connection);
    }

    static boolean hasRedirect(Connection connection, String tracking, String correlationId) throws SQLException {
        return new Sql("select tracking from parcel_redirect where tracking = ? and correlation_id = ?")
                .value(tracking)
                .value(correlationId)
                .first(connection, row -> row.getString("tracking"))
                .isPresent();
    }

    private static List<TrackingStep> steps(Connection connection, String tracking) throws SQLException {
        List<TrackingStep> newest = new Sql("select * from parcel_step where tracking = ? order by id desc")
                .value(tracking)
                .add("fetch first ? rows only", MOST_STEPS)
                .list(
                        connection,
                        row -> new TrackingStep(
                                Sql.instant(row, "happened_at"), row.getString("place"), row.getString("body")));
        List<TrackingStep> oldestFirst = new ArrayList<>();
        newest.forEach(step -> oldestFirst.add(0, step));
        return oldestFirst;
    }
}
