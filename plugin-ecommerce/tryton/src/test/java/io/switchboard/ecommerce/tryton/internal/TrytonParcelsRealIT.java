package io.switchboard.ecommerce.tryton.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.ecommerce.spi.LogisticsBackend;
import io.switchboard.ecommerce.spi.LogisticsBackendContract;
import io.switchboard.ecommerce.spi.Parcel;
import io.switchboard.ecommerce.spi.ParcelStatus;
import io.switchboard.tryton.Row;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The suite of all carriers, by what the warehouse of the Tryton that {@code real/run} has started knows. */
@EnabledIfSystemProperty(named = "real.state", matches = ".+")
class TrytonParcelsRealIT extends LogisticsBackendContract {
    private final RealShop shop = new RealShop();
    private final LogisticsBackend backend =
            new TrytonParcels(shop.open(Clock.systemUTC(), Map.of("arrival.days", "3")));

    @Override
    protected LogisticsBackend backend() {
        return backend;
    }

    @Override
    protected boolean redirects() {
        return false;
    }

    @Override
    protected String inTransit() {
        String number = planned();
        shop.stepShipment(number, "assign_try", "pick", "pack", "done");
        return number;
    }

    @Override
    protected String delivered() {
        String number = inTransit();
        shop.real.sql(
                "update stock_shipment_out set effective_date = current_date - 10 where number = '" + number + "'");
        return number;
    }

    /** The number of a shipment that nobody has touched. */
    private String planned() {
        long sale = shop.order(shop.customer("王秀兰"), Map.of(RealShop.LAMP, 1));
        shop.press(sale, "quote", "confirm");
        Row row = shop.sale(sale);
        return row.rows("shipments").get(0).text("number").orElseThrow();
    }

    private List<String> steps(String number) {
        return backend.track(number).orElseThrow().steps().stream()
                .map(each -> each.text())
                .toList();
    }

    @Test
    void tellsWhatTheWarehouseHasDone() {
        String number = planned();
        Parcel planned = backend.track(number).orElseThrow();
        assertEquals(ParcelStatus.ANNOUNCED, planned.status());
        assertEquals(List.of("已安排发货 / To be sent"), steps(number));
        shop.stepShipment(number, "assign_try", "pick", "pack");
        assertEquals(List.of("已安排发货 / To be sent", "已打包 / Packed"), steps(number));
        shop.stepShipment(number, "done");
        assertEquals(List.of("已安排发货 / To be sent", "已交运 / Handed to the carrier"), steps(number));
    }

    @Test
    void whatIsNotSentIsNoParcel() {
        String number = planned();
        shop.stepShipment(number, "cancel");
        assertTrue(backend.track(number).isEmpty());
    }
}
