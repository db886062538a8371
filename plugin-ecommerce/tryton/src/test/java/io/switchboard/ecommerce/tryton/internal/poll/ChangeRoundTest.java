package io.switchboard.ecommerce.tryton.internal.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderStatus;
import io.switchboard.ecommerce.spi.Shipment;
import io.switchboard.ecommerce.spi.ShipmentStatus;
import io.switchboard.ecommerce.spi.Stock;
import io.switchboard.ecommerce.tryton.internal.poll.Touched.OfOrder;
import io.switchboard.ecommerce.tryton.internal.poll.Touched.OfProduct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is told twice, and nothing is left out, whatever fails in between. */
class ChangeRoundTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final Changing tryton = new Changing();
    private SeenStore store;
    private ChangeRound round;

    @BeforeEach
    void open() throws Exception {
        store = new SeenStore();
        round = store.round(tryton);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** A shop, and when what of it was touched. */
    private static final class Changing implements ChangeRound.Source {
        final Map<Long, Order> orders = new TreeMap<>();
        final Map<String, Stock> stocks = new LinkedHashMap<>();
        final List<Touched> sales = new ArrayList<>();
        final List<Touched> moves = new ArrayList<>();
        boolean down;
        int read;

        void order(long id, OrderStatus status, ShipmentStatus shipment, Instant placed, Instant at) {
            Order order = Order.builder(Long.toString(id), "SO" + id, "C-1001", placed, Money.of("9.00", "EUR"))
                    .status(status)
                    .shipments(List.of(Shipment.builder("7" + id, shipment).build()))
                    .version(at.toString())
                    .build();
            orders.put(id, order);
            touch(sales, at, id, new OfOrder("C-1001", Long.toString(id)));
        }

        void stock(String sku, int available, Instant at) {
            stocks.put(sku, new Stock(sku, sku, available, Optional.empty()));
            touch(moves, at, moves.size() + 1, new OfProduct(sku));
        }

        /** A record has the time of its last change alone. */
        private static void touch(List<Touched> records, Instant at, long id, Touched.About about) {
            records.removeIf(each -> each.position().id() == id);
            records.add(new Touched(new Position(at, id), Optional.of(about)));
        }

        @Override
        public List<Touched> after(Feed feed, Position last, int most) {
            if (down) {
                throw ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE);
            }
            List<Touched> records = switch (feed) {
                case SALES_CHANGED -> sales;
                case MOVES_CHANGED -> moves;
                default -> List.<Touched>of();
            };
            Comparator<Position> order = Comparator.comparing(Position::at).thenComparing(Position::id);
            return records.stream()
                    .filter(each -> order.compare(each.position(), last) > 0)
                    .sorted(Comparator.comparing(Touched::position, order))
                    .limit(most)
                    .toList();
        }

        @Override
        public Instant newest() {
            return sales.stream()
                    .map(each -> each.position().at())
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
        }

        @Override
        public List<OfOrder> open(long after, int most) {
            return orders.keySet().stream()
                    .filter(id -> id > after)
                    .limit(most)
                    .map(id -> new OfOrder("C-1001", Long.toString(id)))
                    .toList();
        }

        @Override
        public Optional<Order> order(OfOrder which) {
            read++;
            return Optional.ofNullable(orders.get(Long.parseLong(which.orderId())));
        }

        @Override
        public Optional<Stock> stock(OfProduct which) {
            return Optional.ofNullable(stocks.get(which.sku()));
        }
    }

    private void confirmed(long id) {
        tryton.order(id, OrderStatus.CONFIRMED, ShipmentStatus.WAITING, NOON, NOON);
    }

    private void sent(long id, Instant at) {
        tryton.order(id, OrderStatus.SHIPPED, ShipmentStatus.SENT, NOON, at);
    }

    private static List<String> sentIsTold(long id) {
        String about = " C-1001 tryton~" + id + " SO" + id + " ";
        return List.of(
                "ecommerce.v1.order.status.changed" + about + "CONFIRMED SHIPPED",
                "ecommerce.v1.shipment.status.changed" + about + "tryton~7" + id + " SENT  WAITING");
    }

    @Test
    void whatWasThereBeforeTheFirstRoundIsNotTold() throws Exception {
        confirmed(1);
        round.take();
        round.take();
        assertEquals(List.of(), store.told());
    }

    @Test
    void whatBecameOfAnOrderIsToldOnce() throws Exception {
        confirmed(1);
        round.take();
        sent(1, NOON.plusSeconds(10));
        round.take();
        round.take();
        assertEquals(sentIsTold(1), store.told());
        int read = tryton.read;
        round.take();
        assertEquals(read, tryton.read, "what did not change is not read again");
    }

    @Test
    void newOrderIsTold() throws Exception {
        round.take();
        tryton.order(1, OrderStatus.PLACED, ShipmentStatus.WAITING, NOON, NOON);
        round.take();
        assertEquals(List.of("ecommerce.v1.order.placed C-1001 tryton~1 SO1 PLACED"), store.told());
    }

    @Test
    void whatIsCommittedLateIsToldAllTheSame() throws Exception {
        confirmed(1);
        confirmed(2);
        round.take();
        sent(1, NOON.plusSeconds(40));
        round.take();
        sent(2, NOON.plusSeconds(20));
        round.take();
        List<String> all = new ArrayList<>(sentIsTold(1));
        all.addAll(sentIsTold(2));
        assertEquals(all, store.told());
    }

    @Test
    void whatHappensAfterTheClockWasSetBackIsTold() throws Exception {
        confirmed(1);
        confirmed(2);
        round.take();
        sent(1, NOON.plusSeconds(600));
        round.take();
        sent(2, NOON.plusSeconds(30));
        for (int i = 0; i < ChangeRound.FAR_EVERY; i++) {
            round.take();
        }
        List<String> all = new ArrayList<>(sentIsTold(1));
        all.addAll(sentIsTold(2));
        assertEquals(all, store.told());
    }

    @Test
    void nothingIsLeftOutOrToldTwiceByARestart() throws Exception {
        confirmed(1);
        round.take();
        sent(1, NOON.plusSeconds(10));
        round.take();
        round = store.round(tryton);
        tryton.down = true;
        assertThrows(ConnectorException.class, round::take);
        sent(1, NOON.plusSeconds(20));
        confirmed(2);
        tryton.order(2, OrderStatus.PLACED, ShipmentStatus.WAITING, NOON.plusSeconds(30), NOON.plusSeconds(30));
        tryton.down = false;
        round.take();
        List<String> all = new ArrayList<>(sentIsTold(1));
        all.add("ecommerce.v1.order.placed C-1001 tryton~2 SO2 PLACED");
        assertEquals(all, store.told());
    }

    @Test
    void whatCannotBeWrittenIsToldLater() throws Exception {
        confirmed(1);
        round.take();
        sent(1, NOON.plusSeconds(10));
        store.setFull(true);
        assertThrows(ConnectorException.class, round::take);
        store.setFull(false);
        round.take();
        assertEquals(sentIsTold(1), store.told());
    }

    @Test
    void moreThanOneRoundReadsIsReadByTheNext() throws Exception {
        round.take();
        for (long id = 1; id <= 450; id++) {
            tryton.order(id, OrderStatus.PLACED, ShipmentStatus.WAITING, NOON, NOON);
        }
        for (int i = 0; i < 5; i++) {
            round.take();
        }
        assertEquals(450, store.told().size());
    }

    @Test
    void changedStockIsToldOnceForAllItsMoves() throws Exception {
        round.take();
        tryton.stock("HDP-700", 12, NOON);
        tryton.stock("HDP-700", 11, NOON.plusSeconds(1));
        round.take();
        assertEquals(List.of("ecommerce.v1.stock.changed - HDP-700 11"), store.told());
        tryton.stock("HDP-700", 11, NOON.plusSeconds(2));
        round.take();
        assertEquals(1, store.told().size(), "a move that changes nothing is not told");
    }
}
