package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.LogisticsBackend;
import io.switchboard.ecommerce.spi.Parcel;
import io.switchboard.ecommerce.spi.ParcelStatus;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import io.switchboard.ecommerce.spi.TrackingStep;
import io.switchboard.ecommerce.tryton.internal.sale.SaleShipment;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Tryton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the warehouse knows of parcels, for shops whose carrier is not connected: until they are handed over, and when that was. A carrier
 * is a system of its own; this one never redirects, and takes a parcel as arrived only by the days that the settings name.
 */
final class TrytonParcels implements LogisticsBackend {
    private final Tryton tryton;
    private final Duration arrival;
    private final Clock clock;

    TrytonParcels(Instance instance) {
        tryton = instance.tryton();
        arrival = instance.settings().arrival();
        clock = instance.clock();
    }

    @Override
    public Optional<Parcel> track(String trackingNumber) {
        return find(trackingNumber)
                .filter(each -> each.status() != ShipmentStatus.CANCELLED)
                .map(each -> parcel(trackingNumber, each));
    }

    @Override
    public Parcel redirect(String trackingNumber, Address address, Act act) {
        throw find(trackingNumber).isPresent()
                ? ConnectorException.of(ErrorCode.CONFLICT, NOT_REDIRECTABLE)
                : ConnectorException.of(ErrorCode.NOT_FOUND);
    }

    @Override
    public boolean redirected(String trackingNumber, String correlationId) {
        return false;
    }

    private Optional<SaleShipment> find(String number) {
        if (number.isBlank()) {
            return Optional.empty();
        }
        Query query = Query.of(SaleShipment.MODEL, List.of(Clause.of("number", "=", number)), 1, SaleShipment.FIELDS);
        return tryton.search(query).stream()
                .map(SaleShipment::new)
                .filter(each -> each.number().equals(Optional.of(number)))
                .findFirst();
    }

    private Parcel parcel(String number, SaleShipment shipment) {
        Optional<Instant> sent = shipment.sentAt();
        Optional<Instant> due = arrival.isZero() ? Optional.empty() : sent.map(at -> at.plus(arrival));
        Optional<Instant> arrived = due.filter(at -> !at.isAfter(clock.instant()));
        ParcelStatus status = arrived.isPresent()
                ? ParcelStatus.DELIVERED
                : sent.isPresent() ? ParcelStatus.IN_TRANSIT : ParcelStatus.ANNOUNCED;
        return Parcel.builder(number, status)
                .expected(due.map(at -> at.atZone(ZoneOffset.UTC).toLocalDate()))
                .deliveredAt(arrived)
                .steps(steps(shipment, sent))
                .build();
    }

    /** Tryton keeps no history of a shipment: its beginning, and what the last state says. */
    private static List<TrackingStep> steps(SaleShipment shipment, Optional<Instant> sent) {
        List<TrackingStep> steps = new ArrayList<>();
        steps.add(new TrackingStep(shipment.plannedAt(), "", "已安排发货 / To be sent"));
        if (shipment.status() == ShipmentStatus.PACKED) {
            steps.add(new TrackingStep(shipment.changedAt(), "", "已打包 / Packed"));
        }
        sent.map(at -> at.isBefore(shipment.plannedAt()) ? shipment.plannedAt() : at)
                .ifPresent(at -> steps.add(new TrackingStep(at, "", "已交运 / Handed to the carrier")));
        return steps;
    }
}
