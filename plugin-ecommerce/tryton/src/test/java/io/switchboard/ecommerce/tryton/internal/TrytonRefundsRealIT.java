package io.switchboard.ecommerce.tryton.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.CreditNote;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.ReturnStatus;
import io.switchboard.ecommerce.spi.Together;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Row;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What Tryton itself lets anybody do, and the hub does not; what Tryton shows afterwards is asked without the backend's code. */
@EnabledIfSystemProperty(named = "real.state", matches = ".+")
class TrytonRefundsRealIT {
    private final RealShop shop = new RealShop();
    private final OrderBackend backend = hub();
    private final String customer = shop.customer("孙丽");

    /** A hub of its own: with a session, and with nothing else that it shares with another. */
    private OrderBackend hub() {
        return new TrytonOrders(shop.open(Clock.systemUTC(), Map.of()));
    }

    @Test
    void twoHubsAtOnceCreditAnActOnce() {
        Order order = paid();
        Act act = act();
        NewCredit wanted = credit(order, 0, 1, "337.87", "0");
        List<OrderBackend> hubs = List.of(backend, hub());
        List<CreditNote> made = Together.run(4, i -> hubs.get(i % 2).credit(customer, order.id(), wanted, act));
        assertEquals(1, made.stream().map(CreditNote::id).distinct().count());
        assertEquals(List.of(new BigDecimal("-337.87")), booked(order));
    }

    @Test
    void twoHubsAtOncePayForTheSamePieceOnce() {
        Order order = paid();
        List<OrderBackend> hubs = List.of(backend, hub());
        List<Boolean> made = Together.run(2, i -> {
            try {
                hubs.get(i).credit(customer, order.id(), credit(order, 0, 2, "675.74", "0"), act());
                return true;
            } catch (ConnectorException e) {
                assertEquals(OrderBackend.NOT_ALLOWED, e.reason());
                return false;
            }
        });
        assertEquals(1, made.stream().filter(each -> each).count());
        assertEquals(List.of(new BigDecimal("-675.74")), booked(order));
    }

    @Test
    void manyRefundsOfDifferentOrdersAllGetTheirNumbers() {
        List<Order> orders = List.of(paid(), paid(), paid(), paid());
        List<OrderBackend> hubs = List.of(backend, hub());
        Together.run(
                4,
                i -> hubs.get(i % 2)
                        .credit(customer, orders.get(i).id(), credit(orders.get(i), 0, 1, "337.87", "0"), act()));
        orders.forEach(order -> assertEquals(List.of(new BigDecimal("-337.87")), booked(order)));
    }

    @Test
    void noteComesToTheCentLessTheFee() {
        Order order = paid();
        // Ten per cent are kept; and Tryton's own sum is a cent off where shares are rounded.
        backend.credit(customer, order.id(), credit(order, 0, 1, "304.08", "33.79"), act());
        backend.credit(customer, order.id(), credit(order, 1, 1, "145.78", "0"), act());
        assertEquals(List.of(new BigDecimal("-304.08"), new BigDecimal("-145.78")), booked(order));
        assertEquals(new BigDecimal("449.86"), read(order).refunded().amount());
    }

    @Test
    void amountThatNoRoundingExplainsIsRefused() {
        Order order = paid();
        Act act = act();
        assertNotAllowed(() -> backend.credit(customer, order.id(), credit(order, 0, 1, "300.00", "0"), act));
        assertEquals(List.of(), booked(order));
        assertEquals(List.of("cancelled"), states(order));
        assertTrue(backend.findCredit(customer, order.id(), act.correlationId()).isEmpty());
        assertEquals(0, read(order).lines().get(0).refunded());
    }

    @Test
    void neitherMorePiecesNorMoreMoneyThanThereWere() {
        Order order = paid();
        assertNotAllowed(() -> backend.credit(customer, order.id(), credit(order, 0, 3, "1013.61", "0"), act()));
        backend.credit(customer, order.id(), credit(order, 0, 2, "675.74", "0"), act());
        assertNotAllowed(() -> backend.credit(customer, order.id(), credit(order, 0, 1, "337.87", "0"), act()));
        assertEquals(List.of(new BigDecimal("-675.74")), booked(order));
    }

    @Test
    void invoiceThatIsNotInTheBooksIsNotCredited() {
        long sale = shop.order(customer, Map.of(RealShop.LAMP, 2));
        shop.press(sale, "quote", "confirm");
        Order order = backend.get(customer, String.valueOf(sale)).orElseThrow();
        assertNotAllowed(() -> backend.credit(customer, order.id(), credit(order, 0, 1, "337.87", "0"), act()));
        // Posted, but nobody has paid it.
        long invoice = shop.sale(sale).rows("invoices").get(0).id();
        shop.tryton().press("account.invoice", "post", invoice);
        assertNotAllowed(() -> backend.credit(customer, order.id(), credit(order, 0, 1, "337.87", "0"), act()));
        assertEquals(List.of(), booked(order));
    }

    @Test
    void whatAPersonCreditedByHandCounts() {
        Order order = paid();
        long invoice =
                shop.sale(Long.parseLong(order.id())).rows("invoices").get(0).id();
        Map<String, @Nullable Object> form = new HashMap<>();
        form.put("with_refund", false);
        form.put("invoice_date", null);
        List<Long> made = shop.tryton().run("account.invoice.credit", form, "credit", "account.invoice", invoice);
        String note = String.valueOf(made.get(0));
        // A draft already: somebody is about to post it.
        assertTrue(backend.creditNote(customer, order.id(), note).isEmpty());
        assertNotAllowed(() -> backend.credit(customer, order.id(), credit(order, 0, 1, "337.87", "0"), act()));
        shop.tryton().press("account.invoice", "post", made.get(0));
        Order after = read(order);
        assertEquals(order.total(), after.refunded());
        assertEquals(
                order.total(),
                backend.creditNote(customer, order.id(), note).orElseThrow().amount());
        assertEquals(2, after.lines().get(0).refunded());
        assertNotAllowed(() -> backend.credit(customer, order.id(), credit(order, 0, 1, "337.87", "0"), act()));
    }

    @Test
    void draftThatACrashLeftIsBroughtToItsEnd() {
        Order order = paid();
        Act act = act();
        NewCredit wanted = credit(order, 0, 1, "337.87", "0");
        backend.credit(customer, order.id(), wanted, act);
        // As it stood before it was posted: the hub was gone between the two.
        shop.real.sql("update account_invoice set state = 'draft', number = null, write_date = null where reference = '"
                + "switchboard:" + act.correlationId() + "'");
        assertTrue(backend.findCredit(customer, order.id(), act.correlationId()).isEmpty());
        assertEquals(
                wanted.amount(), hub().credit(customer, order.id(), wanted, act).amount());
        assertEquals(List.of(new BigDecimal("-337.87")), booked(order));
    }

    @Test
    void returnThatAPersonConfirmedIsNotCalledOff() {
        Order order = paid();
        shop.send(order.number());
        GoodsReturn made =
                backend.openReturn(customer, order.id(), new NewReturn(List.of(piece(order, 0, 2)), "DAMAGED"), act());
        assertEquals(List.of(piece(order, 0, 2)), made.lines());
        assertNotAllowed(() ->
                backend.openReturn(customer, order.id(), new NewReturn(List.of(piece(order, 0, 1)), "DAMAGED"), act()));
        shop.press(Long.parseLong(made.id()), "confirm");
        assertNotAllowed(() -> backend.withdrawReturn(customer, order.id(), made.id(), act()));
        Row sale = shop.tryton()
                .search(Query.of(
                        "sale.sale",
                        List.of(Clause.of("id", "=", Long.parseLong(made.id()))),
                        1,
                        List.of("invoices.id", "shipment_returns.id")))
                .get(0);
        // The goods are expected, and Tryton makes no credit note of its own beside the hub's.
        assertEquals(List.of(), sale.rows("invoices"));
        shop.tryton()
                .press(
                        "stock.shipment.out.return",
                        "receive",
                        sale.rows("shipment_returns").get(0).id());
        assertEquals(
                ReturnStatus.RECEIVED,
                backend.returns(customer, order.id()).get(0).status());
    }

    @Test
    void twoHubsAtOnceAnnounceAnActOnce() {
        Order order = paid();
        Act act = act();
        NewReturn wanted = new NewReturn(List.of(piece(order, 1, 2)), "DAMAGED");
        List<OrderBackend> hubs = List.of(backend, hub());
        List<GoodsReturn> made = Together.run(4, i -> hubs.get(i % 2).openReturn(customer, order.id(), wanted, act));
        assertEquals(1, made.stream().map(GoodsReturn::id).distinct().count());
        assertEquals(1, backend.returns(customer, order.id()).size());
        assertEquals(2, read(order).lines().get(1).returning());
    }

    private Order paid() {
        return backend.findByNumber(customer, shop.place(customer)).orElseThrow();
    }

    private Order read(Order order) {
        return backend.get(customer, order.id()).orElseThrow();
    }

    private static Act act() {
        return new Act(UUID.randomUUID().toString().replace("-", ""), "tests", Optional.empty());
    }

    private static LineQuantity piece(Order order, int line, int quantity) {
        return new LineQuantity(order.lines().get(line).id(), quantity);
    }

    private static NewCredit credit(Order order, int line, int quantity, String amount, String fee) {
        return new NewCredit(
                List.of(piece(order, line, quantity)),
                new Money(new BigDecimal(amount), "CNY"),
                new Money(new BigDecimal(fee), "CNY"),
                "DAMAGED",
                Optional.empty());
    }

    private static void assertNotAllowed(Runnable call) {
        ConnectorException e = assertThrows(ConnectorException.class, call::run);
        assertEquals(ErrorCode.CONFLICT, e.code());
        assertEquals(OrderBackend.NOT_ALLOWED, e.reason());
    }

    /** The totals of all credit notes for the order's invoices that are in Tryton's books, the oldest first. */
    private List<BigDecimal> booked(Order order) {
        return notes(order).stream()
                .filter(note -> note.text("state").filter("posted"::equals).isPresent())
                .map(note -> note.decimal("total_amount").orElseThrow())
                .toList();
    }

    private List<String> states(Order order) {
        return notes(order).stream()
                .map(note -> note.text("state").orElseThrow())
                .toList();
    }

    private List<Row> notes(Order order) {
        List<Long> invoices = shop.sale(Long.parseLong(order.id())).rows("invoices").stream()
                .map(Row::id)
                .toList();
        List<Object> origins = shop
                .tryton()
                .search(Query.of("account.invoice.line", List.of(Clause.of("invoice", "in", invoices)), 50, List.of()))
                .stream()
                .<Object>map(line -> "account.invoice.line," + line.id())
                .toList();
        List<Long> notes = shop
                .tryton()
                .search(Query.of(
                        "account.invoice.line", List.of(Clause.of("origin", "in", origins)), 50, List.of("invoice")))
                .stream()
                .map(line -> line.number("invoice").orElseThrow())
                .toList();
        return shop.tryton()
                .search(Query.of(
                        "account.invoice",
                        List.of(Clause.of("id", "in", notes)),
                        50,
                        List.of("state", "total_amount")));
    }
}
