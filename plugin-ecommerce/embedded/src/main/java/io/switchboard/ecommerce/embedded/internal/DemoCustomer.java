package io.switchboard.ecommerce.embedded.internal;

import io.switchboard.ecommerce.spi.Address;
import io.switchboard.ecommerce.spi.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What one of the CRM's demo customers has bought: the same number always gives the same. As there, two of three live in China and
 * every third in Britain.
 */
final class DemoCustomer {
    private static final int BASE = 1000;
    private static final int MOST_ORDERS = 4;
    private static final int DAYS = 90;
    /** Younger orders are prepared, and those up to the second are on their way. */
    private static final int SENT_AFTER_DAYS = 1;

    private static final int THERE_AFTER_DAYS = 4;
    private static final Duration OF_A_DAY = Duration.ofMinutes(37);

    private final int number;
    private final Instant now;
    private final boolean chinese;
    private final SplittableRandom random;

    DemoCustomer(int number, Instant now) {
        this.number = number;
        this.now = now;
        chinese = number % 3 != 0;
        // Neighbouring seeds would begin alike.
        random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
    }

    /** Of the customer that examples speak of: an order in each state. */
    List<DemoOrder> showcase() {
        return List.of(
                maker(1, 2).item(DemoProduct.SPEAKER, 1).make(OrderStatus.SHIPPED),
                maker(2, 0)
                        .item(DemoProduct.COVER, 2)
                        .item(DemoProduct.CABLE, 3)
                        .make(OrderStatus.CONFIRMED),
                maker(3, 6)
                        .item(DemoProduct.HEADPHONES, 1)
                        .item(DemoProduct.CABLE, 2)
                        .make(OrderStatus.DELIVERED),
                maker(4, 60).item(DemoProduct.TABLET, 1).make(OrderStatus.DELIVERED),
                maker(5, 0).item(DemoProduct.SPEAKER, 2).make(OrderStatus.PLACED));
    }

    List<DemoOrder> orders() {
        List<DemoOrder> orders = new ArrayList<>();
        int count = random.nextInt(MOST_ORDERS + 1);
        for (int nth = 1; nth <= count; nth++) {
            int days = random.nextInt(DAYS);
            DemoOrder.Maker maker = maker(nth, days);
            for (int items = random.nextInt(1, 4); items > 0; items--) {
                maker.item(DemoProduct.ALL.get(random.nextInt(DemoProduct.ALL.size())), random.nextInt(1, 4));
            }
            orders.add(maker.make(random.nextInt(12) == 0 ? OrderStatus.CANCELLED : status(days)));
        }
        return orders;
    }

    private static OrderStatus status(int days) {
        if (days <= SENT_AFTER_DAYS) {
            return OrderStatus.CONFIRMED;
        }
        return days <= THERE_AFTER_DAYS ? OrderStatus.SHIPPED : OrderStatus.DELIVERED;
    }

    private DemoOrder.Maker maker(int nth, int days) {
        int id = BASE + number;
        Instant placedAt = now.minus(Duration.ofDays(days)).minus(OF_A_DAY.multipliedBy(nth));
        return new DemoOrder.Maker("C-" + id, "SO" + id + "0" + nth, chinese, address(id), placedAt);
    }

    private Address address(int id) {
        return chinese
                ? Address.builder(
                                "C-" + id,
                                number == 1 ? "浦东新区世纪大道100号8栋1602室" : "天府大道" + id + "号",
                                number == 1 ? "上海市" : "成都市",
                                "CN")
                        .phone(Optional.of("1380000" + id))
                        .build()
                : Address.builder("C-" + id, id + " Station Road", "Leeds", "GB")
                        .phone(Optional.of("+44 7700 900" + String.valueOf(id).substring(1)))
                        .postcode(Optional.of("LS1 4AB"))
                        .build();
    }
}
