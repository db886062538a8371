package io.switchboard.ecommerce.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every shop has to do about orders. A test class for each backend extends this and {@link RefundBackendContract}, and says how orders
 * come to be, which is not the hub's business.
 */
public abstract class OrderBackendContract {
    protected static final Address ELSEWHERE = Address.builder("王芳", "文三路 90 号 4 幢 302 室", "杭州市", "CN")
            .phone(Optional.of("13800001002"))
            .region(Optional.of("浙江省"))
            .postcode(Optional.of("310012"))
            .build();

    /** The backend under test; the same within one test. */
    protected abstract OrderBackend backend();

    /** The same within one test. Not the {@link #stranger()}. */
    protected abstract String customer();

    /** Another customer that the backend knows. */
    protected abstract String stranger();

    /** Places an order of two lines with two pieces at least each, accepts it and pays for it, and gives its number. Nothing of it is sent. */
    protected abstract String place(String customerId);

    /** Hands all of an order to the carrier. */
    protected abstract void send(String customerId, String number);

    /** The code of a product that the shop has. */
    protected abstract String product();

    /** An act that nobody did before. */
    protected static Act act() {
        return new Act(UUID.randomUUID().toString().replace("-", ""), "tests", Optional.of("alice"));
    }

    protected Order placed() {
        return backend().findByNumber(customer(), place(customer())).orElseThrow();
    }

    protected Order read(Order order) {
        return backend().get(order.customerId(), order.id()).orElseThrow();
    }

    protected static void assertCode(ErrorCode code, Runnable call) {
        assertEquals(code, assertThrows(ConnectorException.class, call::run).code());
    }

    protected static void assertConflict(String reason, Runnable call) {
        ConnectorException e = assertThrows(ConnectorException.class, call::run);
        assertEquals(ErrorCode.CONFLICT, e.code());
        assertEquals(reason, e.reason());
    }

    @Test
    void placedOrderIsReadByItsIdAsByItsNumber() {
        String number = place(customer());
        Order order = backend().findByNumber(customer(), number).orElseThrow();
        assertEquals(order, read(order));
        assertEquals(number, order.number());
        assertEquals(customer(), order.customerId());
        assertEquals(OrderStatus.CONFIRMED, order.status());
        assertEquals(2, order.lines().size());
        assertTrue(order.lines().stream()
                .allMatch(line -> line.quantity() >= 2
                        && line.refunded() == 0
                        && line.returning() == 0
                        && line.total().amount().signum() > 0));
        assertEquals(order.total(), order.paid());
        assertEquals(0, order.refunded().amount().signum());
        assertTrue(order.shipments().stream()
                .allMatch(each -> each.status() == ShipmentStatus.WAITING || each.status() == ShipmentStatus.PACKED));
    }

    @Test
    void anotherCustomersOrderIsAsOneThatDoesNotExist() {
        Order order = placed();
        String id = order.id();
        assertTrue(backend().get(stranger(), id).isEmpty());
        assertTrue(backend().findByNumber(stranger(), order.number()).isEmpty());
        assertTrue(list(stranger(), Set.of()).stream()
                .noneMatch(each -> each.number().equals(order.number())));
        assertCode(
                ErrorCode.NOT_FOUND, () -> backend().changeAddress(stranger(), id, order.version(), ELSEWHERE, act()));
        assertCode(ErrorCode.NOT_FOUND, () -> backend().cancel(stranger(), id, order.version(), "", act()));
        assertEquals(order, read(order));
    }

    @Test
    void ownerOfAnOrderIsToldIfAtAll() {
        Order order = placed();
        for (String name : List.of(order.id(), order.number())) {
            Optional<String> owner = backend().ownerOf(name);
            assertTrue(owner.isEmpty() || owner.equals(Optional.of(customer())), owner::toString);
        }
        assertEquals(Optional.empty(), backend().ownerOf("no such order"));
    }

    @Test
    void nonsenseNamesNoOrder() {
        for (String id : List.of(
                "", "0", "-1", "abc", "1 or 1=1", "' or '1'='1", "99999999999999999999", "١٢", "%", "x".repeat(500))) {
            assertTrue(backend().get(customer(), id).isEmpty(), id);
            assertTrue(backend().findByNumber(customer(), id).isEmpty(), id);
            assertCode(ErrorCode.NOT_FOUND, () -> backend().cancel(customer(), id, "1", "", act()));
        }
    }

    @Test
    void ordersAreListedTheNewestFirstAndByState() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(0, place(customer()));
        }
        Order cancelled = backend().findByNumber(customer(), made.get(1)).orElseThrow();
        backend().cancel(customer(), cancelled.id(), cancelled.version(), "not needed", act());
        assertEquals(made, numbers(list(customer(), Set.of()), made));
        assertEquals(List.of(made.get(1)), numbers(list(customer(), Set.of(OrderStatus.CANCELLED)), made));
        assertEquals(
                List.of(made.get(0), made.get(2)),
                numbers(list(customer(), Set.of(OrderStatus.CONFIRMED, OrderStatus.SHIPPED)), made));
        assertCode(
                ErrorCode.INVALID_ARGUMENTS,
                () -> backend()
                        .list(new OrderQuery(customer(), Set.of(), PageRequest.of(Optional.of("not a cursor"), 2))));
    }

    @Test
    void stockOfAProductIsKnown() {
        Stock stock = backend().stock(product()).orElseThrow();
        assertEquals(product(), stock.sku());
        assertFalse(stock.name().isBlank());
        assertTrue(backend().stock("no such product").isEmpty());
        assertTrue(backend().stock("%").isEmpty());
    }

    @Test
    void addressOfWhatIsNotSentChangesOnce() {
        Order order = placed();
        Act act = act();
        assertFalse(backend().changed(customer(), order.id(), act.correlationId()));
        Order changed = backend().changeAddress(customer(), order.id(), order.version(), ELSEWHERE, act);
        assertNotEquals(order.version(), changed.version());
        assertTrue(changed.shipments().stream()
                .allMatch(each -> each.address()
                        .filter(address -> address.street().equals(ELSEWHERE.street())
                                && address.city().equals(ELSEWHERE.city()))
                        .isPresent()));
        assertTrue(backend().changed(customer(), order.id(), act.correlationId()));
        assertFalse(backend().changed(stranger(), order.id(), act.correlationId()));
        assertEquals(
                changed.version(),
                backend()
                        .changeAddress(customer(), order.id(), order.version(), ELSEWHERE, act)
                        .version());
        assertConflict(
                OrderBackend.STALE,
                () -> backend().changeAddress(customer(), order.id(), order.version(), ELSEWHERE, act()));
    }

    @Test
    void whatWasSentInBetweenIsNoticed() {
        Order order = placed();
        send(customer(), order.number());
        assertTrue(read(order).shipments().stream().allMatch(each -> each.status() == ShipmentStatus.SENT));
        assertEquals(OrderStatus.SHIPPED, read(order).status());
        assertConflict(
                OrderBackend.STALE,
                () -> backend().changeAddress(customer(), order.id(), order.version(), ELSEWHERE, act()));
        assertConflict(
                OrderBackend.STALE, () -> backend().cancel(customer(), order.id(), order.version(), "late", act()));
    }

    @Test
    void ofSeveralChangesAtOnceOneIsMade() {
        Order order = placed();
        List<Boolean> made = Together.run(6, i -> {
            try {
                backend().changeAddress(customer(), order.id(), order.version(), ELSEWHERE, act());
                return true;
            } catch (ConnectorException e) {
                assertTrue(e.reason().equals(OrderBackend.STALE) || e.code() == ErrorCode.BUSY, e::getMessage);
                return false;
            }
        });
        assertEquals(1, made.stream().filter(each -> each).count());
    }

    @Test
    void orderIsCalledOffOnce() {
        Order order = placed();
        Act act = act();
        Order cancelled = backend().cancel(customer(), order.id(), order.version(), "not needed", act);
        assertEquals(OrderStatus.CANCELLED, cancelled.status());
        assertTrue(cancelled.shipments().stream().allMatch(each -> each.status() == ShipmentStatus.CANCELLED));
        assertTrue(backend().changed(customer(), order.id(), act.correlationId()));
        assertEquals(
                OrderStatus.CANCELLED,
                backend()
                        .cancel(customer(), order.id(), order.version(), "not needed", act)
                        .status());
        assertConflict(
                OrderBackend.STALE, () -> backend().cancel(customer(), order.id(), order.version(), "again", act()));
    }

    /** All pages of a customer's orders, two by two. */
    private List<Order> list(String customerId, Set<OrderStatus> statuses) {
        List<Order> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = backend().list(new OrderQuery(customerId, statuses, PageRequest.of(cursor, 2)));
            assertTrue(page.items().size() <= 2);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        assertTrue(all.stream().allMatch(each -> each.customerId().equals(customerId)));
        return all;
    }

    /** The numbers of those of the orders that the test has placed. */
    private static List<String> numbers(List<Order> orders, List<String> made) {
        return orders.stream().map(Order::number).filter(made::contains).toList();
    }
}
