package io.switchboard.it.deadly;

import io.switchboard.connector.Page;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.CreditNote;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.OrderQuery;
import io.switchboard.ecommerce.spi.Stock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/**
 * The embedded shop under another name. At the point that its configuration names the process is gone, as by SIGKILL: no hook runs, nothing
 * is flushed. Every credit that it is asked for is written down.
 */
@Component(
        service = OrderBackend.class,
        property = OrderBackend.INSTANCE + "=deadly",
        configurationPid = "deadly",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DeadlyShop implements OrderBackend {
    private static final int AS_BY_SIGKILL = 137;

    private final OrderBackend shop;
    private final String point;
    private final String customer;
    private final Path credits;

    @interface Config {
        /** Where to die: {@code before-return}, {@code after-return}, {@code before-credit}, {@code after-credit}. */
        String point() default "";

        /** Whose refund to die in. */
        String customer() default "";

        /** The file that credits are written down in. */
        String credits();
    }

    @Activate
    public DeadlyShop(
            @Reference(target = "(" + OrderBackend.INSTANCE + "=embedded)") OrderBackend shop, Config config) {
        this.shop = shop;
        point = config.point();
        customer = config.customer();
        credits = Path.of(config.credits());
    }

    private void reach(String reached, String customerId) {
        if (point.equals(reached) && customer.equals(customerId)) {
            Runtime.getRuntime().halt(AS_BY_SIGKILL);
        }
    }

    @Override
    public GoodsReturn openReturn(String customerId, String orderId, NewReturn wanted, Act act) {
        reach("before-return", customerId);
        GoodsReturn made = shop.openReturn(customerId, orderId, wanted, act);
        reach("after-return", customerId);
        return made;
    }

    @Override
    public CreditNote credit(String customerId, String orderId, NewCredit wanted, Act act) {
        reach("before-credit", customerId);
        CreditNote made = shop.credit(customerId, orderId, wanted, act);
        try {
            Files.writeString(
                    credits, act.correlationId() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reach("after-credit", customerId);
        return made;
    }

    @Override
    public Optional<Order> get(String customerId, String orderId) {
        return shop.get(customerId, orderId);
    }

    @Override
    public Optional<Order> findByNumber(String customerId, String number) {
        return shop.findByNumber(customerId, number);
    }

    @Override
    public Page<Order> list(OrderQuery query) {
        return shop.list(query);
    }

    @Override
    public Optional<Stock> stock(String sku) {
        return shop.stock(sku);
    }

    @Override
    public Order changeAddress(String customerId, String orderId, String expectedVersion, Address address, Act act) {
        return shop.changeAddress(customerId, orderId, expectedVersion, address, act);
    }

    @Override
    public Order cancel(String customerId, String orderId, String expectedVersion, String reason, Act act) {
        return shop.cancel(customerId, orderId, expectedVersion, reason, act);
    }

    @Override
    public boolean changed(String customerId, String orderId, String correlationId) {
        return shop.changed(customerId, orderId, correlationId);
    }

    @Override
    public Optional<GoodsReturn> findReturn(String customerId, String orderId, String correlationId) {
        return shop.findReturn(customerId, orderId, correlationId);
    }

    @Override
    public GoodsReturn withdrawReturn(String customerId, String orderId, String returnId, Act act) {
        return shop.withdrawReturn(customerId, orderId, returnId, act);
    }

    @Override
    public List<GoodsReturn> returns(String customerId, String orderId) {
        return shop.returns(customerId, orderId);
    }

    @Override
    public Optional<CreditNote> findCredit(String customerId, String orderId, String correlationId) {
        return shop.findCredit(customerId, orderId, correlationId);
    }
}
