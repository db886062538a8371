package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.Parcel;
import io.switchboard.ecommerce.spi.ParcelStatus;
import io.switchboard.ecommerce.spi.Shipment;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** On which terms an order's money goes back. */
public final class RefundRules {
    /** Why not: it is still on its way. */
    public static final String ON_ITS_WAY = "on-its-way";
    /** Why not: it arrived, by what the carrier says. */
    public static final String ARRIVED = "arrived";
    /** Why not: it arrived too long ago. */
    public static final String TOO_LATE = "too-late";

    /** Why goods cannot come back: they were not sent. */
    public static final String NOT_SENT = "not-sent";

    private RefundRules() {}

    /** Whether what was offered is still so: goods that were sent meanwhile do not stay with the customer for nothing. */
    static boolean hold(Terms terms, Order order) {
        return !terms.rule().equals(NOT_SENT) || sent(order).isEmpty();
    }

    /**
     * The terms; refuses where there are none.
     *
     * @param tracking what the carrier says of a shipment; asked only where the shop does not know whether it arrived
     */
    static Terms decide(
            Order order,
            RefundReason reason,
            Function<Shipment, Optional<Parcel>> tracking,
            RefundSettings settings,
            Instant now) {
        List<Shipment> sent = sent(order);
        if (sent.isEmpty()) {
            return new Terms(NOT_SENT, false, 0);
        }
        List<Arrival> arrivals = sent.stream()
                .map(each -> Arrival.of(each, tracking, settings, now))
                .toList();
        return switch (reason) {
            case CHANGED_MIND -> {
                requireWithin(arrivals, settings.changedMind(), now);
                yield new Terms("changed-mind", true, settings.feePercent());
            }
            case DAMAGED, WRONG_ITEM -> {
                requireWithin(arrivals, settings.fault(), now);
                yield new Terms("our-fault", true, 0);
            }
            case NOT_RECEIVED -> {
                refuseUnless(arrivals.stream().noneMatch(each -> each.at().isPresent()), ARRIVED);
                refuseUnless(arrivals.stream().allMatch(Arrival::lost), ON_ITS_WAY);
                yield new Terms("lost", false, 0);
            }
        };
    }

    /** Refuses goods that were not sent, are on their way, or arrived longer ago than a time. */
    static void requireReturnable(
            Order order,
            Duration window,
            Function<Shipment, Optional<Parcel>> tracking,
            RefundSettings settings,
            Instant now) {
        List<Shipment> sent = sent(order);
        refuseUnless(!sent.isEmpty(), NOT_SENT);
        requireWithin(
                sent.stream()
                        .map(each -> Arrival.of(each, tracking, settings, now))
                        .toList(),
                window,
                now);
    }

    /** When a shipment arrived, and whether it counts as lost where it did not. */
    private record Arrival(Optional<Instant> at, boolean lost) {
        static Arrival of(
                Shipment shipment,
                Function<Shipment, Optional<Parcel>> tracking,
                RefundSettings settings,
                Instant now) {
            if (shipment.deliveredAt().isPresent()) {
                return new Arrival(shipment.deliveredAt(), false);
            }
            Optional<Parcel> parcel = tracking.apply(shipment);
            boolean overdue = shipment.sentAt()
                    .filter(at -> at.plus(settings.lost()).isBefore(now))
                    .isPresent();
            boolean lost =
                    parcel.filter(each -> each.status() == ParcelStatus.LOST).isPresent() || overdue;
            return new Arrival(parcel.flatMap(Parcel::deliveredAt), lost);
        }
    }

    private static List<Shipment> sent(Order order) {
        return order.shipments().stream()
                .filter(each -> each.status() == ShipmentStatus.SENT || each.status() == ShipmentStatus.DELIVERED)
                .toList();
    }

    private static void requireWithin(List<Arrival> arrivals, Duration window, Instant now) {
        refuseUnless(arrivals.stream().allMatch(each -> each.at().isPresent()), ON_ITS_WAY);
        Instant last = arrivals.stream()
                .flatMap(each -> each.at().stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        refuseUnless(!last.plus(window).isBefore(now), TOO_LATE);
    }

    private static void refuseUnless(boolean allowed, String reason) {
        if (!allowed) {
            throw ConnectorException.of(ErrorCode.CONFLICT, reason);
        }
    }
}
