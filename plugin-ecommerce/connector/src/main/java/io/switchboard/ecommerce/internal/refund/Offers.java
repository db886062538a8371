package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import io.switchboard.ecommerce.internal.backend.Carriers;
import io.switchboard.ecommerce.internal.backend.Shop;
import io.switchboard.ecommerce.internal.backend.Shops;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.Order;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be offered for an order, and whether what was offered is still so. Safe for use from many threads. */
final class Offers {
    private final Shops shops;
    private final Carriers carriers;
    private final Journal journal;
    private volatile RefundSettings settings;

    Offers(Shops shops, Carriers carriers, Journal journal, RefundSettings settings) {
        this.shops = shops;
        this.carriers = carriers;
        this.journal = journal;
        this.settings = settings;
    }

    void configure(RefundSettings changed) {
        settings = changed;
    }

    Offer make(
            Shop shop,
            Order order,
            RefundReason reason,
            List<LineQuantity> wanted,
            Optional<String> returnId,
            CallContext call) {
        Optional<GoodsReturn> back = returnId.map(
                id -> Returns.find(shop, order, id).orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND)));
        // Who announced the goods in time need not ask for the money in time.
        Instant by = back.map(GoodsReturn::at).orElseGet(journal::now);
        Terms terms = RefundRules.decide(order, reason, each -> carriers.track(each, call.remaining()), settings, by);
        if (back.isPresent() && !terms.goodsBack()) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at("returnId");
        }
        List<RefundLine> lines =
                terms.goodsBack() ? linesBack(shop, order, wanted, back) : Pricing.lines(order, wanted);
        Money price = Pricing.sum(lines, order.total().currency());
        Money left = Pricing.minus(order.paid(), order.refunded());
        if (price.amount().compareTo(left.amount()) > 0) {
            throw ConnectorException.of(ErrorCode.LIMIT_EXCEEDED, Pricing.ABOVE_PAID);
        }
        Money fee = Pricing.fee(price, terms.feePercent());
        return new Offer(
                order.customerId(),
                shop.name(),
                order.id(),
                order.number(),
                reason,
                terms,
                lines,
                Pricing.minus(price, fee),
                fee,
                back.map(GoodsReturn::id));
    }

    private List<RefundLine> linesBack(Shop shop, Order order, List<LineQuantity> wanted, Optional<GoodsReturn> back) {
        OrderKey key = new OrderKey(shop.name(), order.id());
        Goods goods = journal.goods(key, order, back.map(GoodsReturn::id));
        if (back.isPresent()) {
            List<LineQuantity> pieces = wanted.isEmpty() ? goods.left(back.get()) : wanted;
            goods.requireOf(back.get(), pieces);
            if (pieces.isEmpty()) {
                throw ConnectorException.of(ErrorCode.CONFLICT, Pricing.ALREADY_REFUNDED);
            }
            return Pricing.lines(order, pieces);
        }
        List<RefundLine> lines = Pricing.lines(order, wanted);
        // What an unfinished refund has announced is no return to be named; that refund is in the way itself.
        if (!journal.isUnfinished(key)) {
            goods.requireNoneOpen(lines.stream()
                    .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                    .toList());
        }
        return lines;
    }

    /** The order as it is now; refuses where the offer does not fit it any more. */
    Live live(Offer offer) {
        Shop shop = shops.find(offer.shop()).orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_READY));
        Order live = shop.backend()
                .get(offer.customerId(), offer.orderId())
                .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
        List<RefundLine> lines = Pricing.lines(live, offer.pieces());
        Money price = Pricing.sum(lines, live.total().currency());
        if (!RefundRules.hold(offer.terms(), live)
                || !Pricing.minus(price, offer.fee()).equals(offer.amount())) {
            throw ConnectorException.of(ErrorCode.CONFLICT, Refunds.CHANGED);
        }
        return new Live(
                live,
                offer.returnId()
                        .map(id -> Returns.find(shop, live, id)
                                .orElseThrow(() -> ConnectorException.of(ErrorCode.CONFLICT, Refunds.CHANGED))));
    }
}
