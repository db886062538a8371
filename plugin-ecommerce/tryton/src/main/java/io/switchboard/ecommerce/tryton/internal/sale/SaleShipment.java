package io.switchboard.ecommerce.tryton.internal.sale;

import io.switchboard.ecommerce.spi.Shipment;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A shipment to a customer as it was read. Immutable.
 *
 * @param row the record with {@link #FIELDS}
 */
public record SaleShipment(Row row) {
    /** The model. */
    public static final String MODEL = "stock.shipment.out";

    /** What is read of it. */
    public static final List<String> FIELDS = fields();

    private static List<String> fields() {
        List<String> fields = new ArrayList<>(List.of(
                "number",
                "state",
                "create_date",
                "write_date",
                "effective_date",
                "planned_date",
                "customer.name",
                "delivery_address",
                "outgoing_moves.state",
                "outgoing_moves.write_date",
                Stamp.FIELD));
        Addresses.FIELDS.forEach(field -> fields.add("delivery_address." + field));
        return List.copyOf(fields);
    }

    /** Its number within the model. */
    public long id() {
        return row.id();
    }

    /** What people call it; empty before it has a number. */
    public Optional<String> number() {
        return row.text("number");
    }

    /** Where it stands, in Tryton's words. */
    public String state() {
        return row.text("state").orElse("");
    }

    /** Where it stands. */
    public ShipmentStatus status() {
        return switch (state()) {
            case "packed" -> ShipmentStatus.PACKED;
            case "done" -> ShipmentStatus.SENT;
            case "cancelled" -> ShipmentStatus.CANCELLED;
            default -> ShipmentStatus.WAITING;
        };
    }

    /** Whether its label is not yet printed: only then it can still go anywhere. */
    public boolean open() {
        return status() == ShipmentStatus.WAITING;
    }

    /** The number of the address that it goes to. */
    public Optional<Long> addressId() {
        return row.number("delivery_address");
    }

    /** When it was planned. */
    public Instant plannedAt() {
        return row.instant("create_date").orElseThrow();
    }

    /** When it was changed last. */
    public Instant changedAt() {
        return row.instant("write_date").orElseGet(this::plannedAt);
    }

    /** On which day it is to be sent, where that is planned. */
    public Optional<LocalDate> plannedDay() {
        return row.date("planned_date");
    }

    /**
     * When it was handed over. Tryton keeps the day, and the time only as that of the last change of the goods' moves; where the two
     * differ, somebody corrected one, and the day counts.
     */
    public Optional<Instant> sentAt() {
        if (status() != ShipmentStatus.SENT) {
            return Optional.empty();
        }
        Optional<Instant> moved = row.rows("outgoing_moves").stream()
                .filter(each -> each.text("state").filter("done"::equals).isPresent())
                .flatMap(each -> each.instant("write_date").stream())
                .max(Comparator.naturalOrder());
        Optional<LocalDate> day = row.date("effective_date");
        return moved.filter(at -> day.isEmpty() || near(at, day.get()))
                .or(() -> day.map(date -> date.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    /** In which state it was read. */
    public Stamp stamp() {
        return Stamp.of(MODEL, row);
    }

    /** For those who ask for the order. */
    public Shipment shipment(String country) {
        return Shipment.builder(Ids.text(id()), status())
                .address(row.row("delivery_address")
                        .map(address -> Addresses.read(
                                address,
                                row.row("customer")
                                        .flatMap(each -> each.text("name"))
                                        .orElse(""),
                                country)))
                .trackingNumber(number())
                .sentAt(sentAt())
                .build();
    }

    /** The same day, wherever on earth. */
    private static boolean near(Instant at, LocalDate day) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return Math.abs(at.getEpochSecond() - noon.getEpochSecond()) <= 26L * 3600;
    }
}
