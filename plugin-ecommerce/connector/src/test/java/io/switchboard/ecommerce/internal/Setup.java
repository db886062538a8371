package io.switchboard.ecommerce.internal;

import io.switchboard.connector.Money;
import io.switchboard.connector.testkit.SettableClock;
import io.switchboard.ecommerce.embedded.internal.EmbeddedShop;
import io.switchboard.ecommerce.embedded.internal.ToldEvents;
import io.switchboard.ecommerce.internal.backend.CarrierNames;
import io.switchboard.ecommerce.internal.backend.Carriers;
import io.switchboard.ecommerce.internal.backend.Shops;
import io.switchboard.ecommerce.internal.refund.RefundSettings;
import io.switchboard.ecommerce.internal.refund.Refunds;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A connector on the demo's shop, in which something can go wrong. Refunds go on only when a test says so. */
final class Setup implements AutoCloseable {
    static final String CUSTOMER = "C-1001";
    /** Of the showcase: on its way; not sent; arrived lately; arrived long ago; not paid. */
    static final String IN_TRANSIT = "SO100101";

    static final String NOT_SENT = "SO100102";
    static final String ARRIVED = "SO100103";
    static final String LONG_AGO = "SO100104";
    static final String NOT_PAID = "SO100105";

    final SettableClock clock = SettableClock.at("2026-01-31T12:00:00Z");
    final EmbeddedShop shop = new EmbeddedShop(clock);
    final TroubledShop orders = new TroubledShop(shop.orders());
    final FakeDesk desk = new FakeDesk();
    final FakeLeases leases = new FakeLeases();
    final RefundStore store = new RefundStore();
    final Shops shops = new Shops("embedded");
    final Carriers carriers = new Carriers(new CarrierNames("embedded", Map.of()));
    final EcommerceConnector connector;
    private Refunds refunds;
    private final AtomicInteger quotes = new AtomicInteger();

    Setup() {
        shops.bind(orders, instance("embedded"));
        carriers.bind(shop.parcels(), instance("embedded"));
        refunds = refunds();
        connector = new EcommerceConnector(shops, carriers, refunds);
    }

    static Map<String, Object> instance(String name) {
        return Map.of(OrderBackend.INSTANCE, name, "service.id", 1L);
    }

    /** As another node, or the same after a restart: on the same store. */
    Refunds refunds() {
        RefundSettings settings = new RefundSettings(
                Duration.ofDays(7),
                10,
                Duration.ofDays(30),
                Duration.ofDays(730),
                Duration.ofDays(14),
                Duration.ofMinutes(15),
                Duration.ofMinutes(30),
                Duration.ofSeconds(10));
        Refunds made =
                new Refunds(shops, carriers, store.source(), leases, new ToldEvents(), settings, clock, this::quoteId);
        made.bind(desk, Map.of());
        return made;
    }

    /** What the next quote is called: 1, 2, … with zeros before them. */
    private String quoteId() {
        return quoteId(quotes.incrementAndGet());
    }

    static String quoteId(int number) {
        return String.format("%026d", number);
    }

    /** Some time later, whatever is to go on goes on. */
    void goOn(Duration later) {
        clock.advance(later);
        refunds.goOn();
    }

    /** The process is gone, and another one begins with what is in the store. */
    void restart() {
        refunds.close();
        refunds = refunds();
    }

    /** An employee credits all of an order in the shop itself. */
    void payBackPastTheHub(String number) {
        List<LineQuantity> all = order(number).lines().stream()
                .map(line -> new LineQuantity(line.id(), line.quantity()))
                .toList();
        credit(number, all, order(number).paid());
    }

    /** The same of some pieces of one line. */
    void creditPastTheHub(String number, int line, int pieces, Money amount) {
        credit(number, List.of(new LineQuantity(order(number).lines().get(line).id(), pieces)), amount);
    }

    private void credit(String number, List<LineQuantity> pieces, Money amount) {
        Money none = new Money(BigDecimal.ZERO, amount.currency());
        shop.orders()
                .credit(
                        CUSTOMER,
                        order(number).id(),
                        new NewCredit(pieces, amount, none, "by hand", Optional.empty()),
                        new Act("byhand", "desk", Optional.of("alice")));
    }

    /** The one credit note there is of an order, as callers know it. */
    String creditNote(String number) {
        return "embedded~"
                + IntStream.rangeClosed(1, 20)
                        .mapToObj(Integer::toString)
                        .filter(id -> shop.orders()
                                .creditNote(CUSTOMER, order(number).id(), id)
                                .isPresent())
                        .findFirst()
                        .orElseThrow();
    }

    Order order(String number) {
        return shop.orders().findByNumber(CUSTOMER, number).orElseThrow();
    }

    /** What the hub told of its refunds: whom, and where they stand. */
    List<String> told() {
        try {
            return ToldEvents.in(store.source());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        refunds.close();
        store.close();
        shop.close();
    }
}
