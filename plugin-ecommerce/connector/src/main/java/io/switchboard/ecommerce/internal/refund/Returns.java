package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.internal.backend.Carriers;
import io.switchboard.ecommerce.internal.backend.Shop;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderLine;
import io.switchboard.ecommerce.spi.ReturnStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goods that come back without a refund, or before it. While one is announced or taken back, nothing else is done about the order's goods,
 * on whichever node: a refund that began in between could announce the same goods again. Safe for use from many threads.
 */
public final class Returns {
    /** Why not: so many are not left, for they came back, are expected to, or were paid back. */
    static final String NONE_LEFT = "none-left";
    /** Why not: they are paid for. */
    static final String PAID_FOR = "paid-for";

    /** Longer than a shop takes for anything. What is not known to have ended by then did. */
    private static final Duration AT_MOST = Duration.ofSeconds(15);

    private final Carriers carriers;
    private final Journal journal;
    private volatile RefundSettings settings;

    Returns(Carriers carriers, Journal journal, RefundSettings settings) {
        this.carriers = carriers;
        this.journal = journal;
        this.settings = settings;
    }

    void configure(RefundSettings changed) {
        settings = changed;
    }

    /** One of an order's returns, by its id with the shop's mark or without. */
    static Optional<GoodsReturn> find(Shop shop, Order order, String returnId) {
        return Shop.unmark(shop.name(), returnId)
                .flatMap(own -> shop.backend().returns(order.customerId(), order.id()).stream()
                        .filter(each -> each.id().equals(own))
                        .findFirst());
    }

    /** Announces goods; all that are left where none are named. */
    public GoodsReturn open(
            Shop shop, Order seen, ReturnReason reason, ReturnWish wish, List<LineQuantity> wanted, CallContext call) {
        if (wish == ReturnWish.REPAIR && reason != ReturnReason.DAMAGED) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at("wish");
        }
        return alone(shop, seen, order -> {
            RefundRules.requireReturnable(
                    order,
                    window(reason, wish),
                    each -> carriers.track(each, call.remaining()),
                    settings,
                    journal.now());
            NewReturn back = new NewReturn(pieces(order, wanted), wish + ", " + reason);
            return shop.backend().openReturn(order.customerId(), order.id(), back, act(call));
        });
    }

    /** The return that a call announced. */
    public Optional<GoodsReturn> findOpened(Shop shop, Order order, CallContext call) {
        return shop.backend().findReturn(order.customerId(), order.id(), call.correlationId());
    }

    /** Takes a return back, so that the customer keeps the goods; a second time it changes nothing. */
    public GoodsReturn withdraw(Shop shop, Order seen, String returnId, CallContext call) {
        return alone(shop, seen, order -> {
            GoodsReturn back =
                    find(shop, order, returnId).orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
            if (back.status() == ReturnStatus.WITHDRAWN) {
                return back;
            }
            Goods goods = journal.goods(key(shop, order), order, Optional.of(back.id()));
            if (!goods.isUnpaid(back)) {
                throw ConnectorException.of(ErrorCode.CONFLICT, PAID_FOR);
            }
            return shop.backend().withdrawReturn(order.customerId(), order.id(), back.id(), act(call));
        });
    }

    private Duration window(ReturnReason reason, ReturnWish wish) {
        if (wish == ReturnWish.REPAIR) {
            return settings.warranty();
        }
        return reason == ReturnReason.CHANGED_MIND ? settings.changedMind() : settings.fault();
    }

    private interface Deed {
        GoodsReturn on(Order order);
    }

    private GoodsReturn alone(Shop shop, Order seen, Deed deed) {
        OrderKey key = key(shop, seen);
        journal.hold(key, AT_MOST);
        boolean ended = false;
        try {
            Order order = shop.backend()
                    .get(seen.customerId(), seen.id())
                    .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
            GoodsReturn result = deed.on(order);
            ended = true;
            return result;
        } catch (ConnectorException e) {
            // What may still be under way at the shop keeps others out until the time is over.
            ended = e.code().unchanged();
            throw e;
        } finally {
            if (ended) {
                journal.release(key);
            }
        }
    }

    /** The pieces that are wanted, where they are left: neither on their way back nor paid back. */
    private static List<LineQuantity> pieces(Order order, List<LineQuantity> wanted) {
        List<LineQuantity> pieces = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (LineQuantity each : wanted.isEmpty() ? left(order) : wanted) {
            OrderLine line = order.lines().stream()
                    .filter(any -> any.id().equals(each.lineId()))
                    .findFirst()
                    .orElseThrow(Returns::noSuchItem);
            if (!named.add(line.id())) {
                throw noSuchItem();
            }
            if (each.quantity() > left(line)) {
                throw ConnectorException.of(ErrorCode.LIMIT_EXCEEDED, NONE_LEFT);
            }
            pieces.add(each);
        }
        if (pieces.isEmpty()) {
            throw ConnectorException.of(ErrorCode.LIMIT_EXCEEDED, NONE_LEFT);
        }
        return pieces;
    }

    private static List<LineQuantity> left(Order order) {
        return order.lines().stream()
                .filter(line -> left(line) > 0)
                .map(line -> new LineQuantity(line.id(), left(line)))
                .toList();
    }

    private static int left(OrderLine line) {
        return line.quantity() - Math.max(line.returning(), line.refunded());
    }

    private static OrderKey key(Shop shop, Order order) {
        return new OrderKey(shop.name(), order.id());
    }

    private static Act act(CallContext call) {
        return new Act(
                call.correlationId(), call.principal().id(), call.principal().user());
    }

    private static ConnectorException noSuchItem() {
        return ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at("items");
    }
}
