package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.RefundBackendContract;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The suite of all shops against the Tryton that {@code real/run} has started. */
@EnabledIfSystemProperty(named = "real.state", matches = ".+")
class TrytonOrdersRealIT extends RefundBackendContract {
    private final RealShop shop = new RealShop();
    private String customer = "";
    private String stranger = "";
    private OrderBackend backend = new TrytonOrders(shop.open(Clock.systemUTC(), Map.of()));

    @BeforeEach
    void enter() {
        customer = shop.customer("王秀兰");
        stranger = shop.customer("赵建国");
    }

    @Override
    protected OrderBackend backend() {
        return backend;
    }

    @Override
    protected String customer() {
        return customer;
    }

    @Override
    protected String stranger() {
        return stranger;
    }

    @Override
    protected String place(String customerId) {
        return shop.place(customerId);
    }

    @Override
    protected void send(String customerId, String number) {
        shop.send(number);
    }

    @Override
    protected String product() {
        return RealShop.LAMP;
    }
}
