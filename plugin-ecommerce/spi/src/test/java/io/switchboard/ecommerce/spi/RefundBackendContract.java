package io.switchboard.ecommerce.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every shop has to do about goods and money that go back, beside what it does about orders. */
public abstract class RefundBackendContract extends OrderBackendContract {
    private Order sent() {
        Order order = placed();
        send(customer(), order.number());
        return read(order);
    }

    /** One piece of the first line. */
    private static List<LineQuantity> piece(Order order) {
        return List.of(new LineQuantity(order.lines().get(0).id(), 1));
    }

    private static NewReturn oneBack(Order order) {
        return new NewReturn(piece(order), "does not fit");
    }

    /** What one piece of the first line cost. */
    private static NewCredit onePaidBack(Order order, Optional<String> returnId) {
        OrderLine line = order.lines().get(0);
        BigDecimal price = line.total().amount().divide(BigDecimal.valueOf(line.quantity()), 2, RoundingMode.HALF_UP);
        String currency = order.total().currency();
        return new NewCredit(
                piece(order),
                new Money(price, currency),
                new Money(BigDecimal.ZERO, currency),
                "does not fit",
                returnId);
    }

    @Test
    void returnIsAnnouncedOnce() {
        Order order = sent();
        Act act = act();
        assertTrue(backend()
                .findReturn(customer(), order.id(), act.correlationId())
                .isEmpty());
        GoodsReturn made = backend().openReturn(customer(), order.id(), oneBack(order), act);
        assertEquals(ReturnStatus.ANNOUNCED, made.status());
        assertEquals(
                made.id(),
                backend()
                        .openReturn(customer(), order.id(), oneBack(order), act)
                        .id());
        assertEquals(
                made.id(),
                backend()
                        .findReturn(customer(), order.id(), act.correlationId())
                        .orElseThrow()
                        .id());
        assertEquals(
                List.of(made.id()),
                backend().returns(customer(), order.id()).stream()
                        .map(GoodsReturn::id)
                        .toList());
        assertEquals(1, read(order).lines().get(0).returning());
        assertNotEquals(order.version(), read(order).version());
    }

    @Test
    void returnIsWithdrawnForGood() {
        Order order = sent();
        Act act = act();
        String id = backend()
                .openReturn(customer(), order.id(), oneBack(order), act)
                .id();
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    ReturnStatus.WITHDRAWN,
                    backend().withdrawReturn(customer(), order.id(), id, act()).status());
        }
        assertEquals(
                ReturnStatus.WITHDRAWN,
                backend()
                        .findReturn(customer(), order.id(), act.correlationId())
                        .orElseThrow()
                        .status());
        assertEquals(0, read(order).lines().get(0).returning());
        assertCode(
                ErrorCode.NOT_FOUND, () -> backend().withdrawReturn(customer(), order.id(), "no such return", act()));
    }

    @Test
    void sameCreditOnManyThreadsIsMadeOnce() {
        Order order = sent();
        Act act = act();
        NewCredit wanted = onePaidBack(order, Optional.empty());
        assertTrue(backend()
                .findCredit(customer(), order.id(), act.correlationId())
                .isEmpty());
        List<CreditNote> made = Together.run(4, i -> backend().credit(customer(), order.id(), wanted, act));
        assertEquals(1, made.stream().map(CreditNote::id).distinct().count());
        assertEquals(wanted.amount(), made.get(0).amount());
        assertEquals(
                made.get(0).id(),
                backend()
                        .findCredit(customer(), order.id(), act.correlationId())
                        .orElseThrow()
                        .id());
        Order after = read(order);
        assertEquals(wanted.amount(), after.refunded());
        assertEquals(1, after.lines().get(0).refunded());
        assertEquals(0, after.lines().get(1).refunded());
        assertEquals(order.paid(), after.paid());
    }

    @Test
    void creditBelongsToAReturn() {
        Order order = sent();
        String returned = backend()
                .openReturn(customer(), order.id(), oneBack(order), act())
                .id();
        CreditNote note = backend().credit(customer(), order.id(), onePaidBack(order, Optional.of(returned)), act());
        assertEquals(order.id(), note.orderId());
        assertEquals(1, read(order).lines().get(0).returning());
        assertEquals(1, read(order).lines().get(0).refunded());
    }

    @Test
    void secondActGivesASecondCredit() {
        Order order = sent();
        CreditNote one = backend().credit(customer(), order.id(), onePaidBack(order, Optional.empty()), act());
        CreditNote two = backend().credit(customer(), order.id(), onePaidBack(order, Optional.empty()), act());
        assertNotEquals(one.id(), two.id());
        assertEquals(2, read(order).lines().get(0).refunded());
        assertEquals(
                one.amount().amount().add(two.amount().amount()),
                read(order).refunded().amount());
    }

    @Test
    void anotherCustomersOrderGivesNothingBack() {
        Order order = sent();
        Act act = act();
        GoodsReturn made = backend().openReturn(customer(), order.id(), oneBack(order), act);
        backend().credit(customer(), order.id(), onePaidBack(order, Optional.of(made.id())), act);
        String id = order.id();
        assertTrue(backend().returns(stranger(), id).isEmpty());
        assertTrue(backend().findReturn(stranger(), id, act.correlationId()).isEmpty());
        assertTrue(backend().findCredit(stranger(), id, act.correlationId()).isEmpty());
        assertCode(ErrorCode.NOT_FOUND, () -> backend().openReturn(stranger(), id, oneBack(order), act()));
        assertCode(ErrorCode.NOT_FOUND, () -> backend().withdrawReturn(stranger(), id, made.id(), act()));
        assertCode(
                ErrorCode.NOT_FOUND,
                () -> backend().credit(stranger(), id, onePaidBack(order, Optional.empty()), act()));
        assertEquals(1, read(order).lines().get(0).refunded());
    }

    @Test
    void creditNoteIsFoundByItsIdIfAtAll() {
        Order order = sent();
        CreditNote made = backend().credit(customer(), order.id(), onePaidBack(order, Optional.empty()), act());
        Optional<CreditNote> found = backend().creditNote(customer(), order.id(), made.id());
        assertTrue(found.isEmpty() || found.get().equals(made), found::toString);
        Order other = sent();
        for (String id : List.of("", "no such note", "0", "99999999999999999999", "' or '1'='1")) {
            assertTrue(backend().creditNote(customer(), order.id(), id).isEmpty(), id);
        }
        assertTrue(backend().creditNote(stranger(), order.id(), made.id()).isEmpty());
        assertTrue(backend().creditNote(customer(), other.id(), made.id()).isEmpty());
    }
}
