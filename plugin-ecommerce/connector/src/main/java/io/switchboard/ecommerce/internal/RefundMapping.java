package io.switchboard.ecommerce.internal;

import io.switchboard.ecommerce.internal.RefundViews.QuoteView;
import io.switchboard.ecommerce.internal.RefundViews.RefundView;
import io.switchboard.ecommerce.internal.RefundViews.RefundedItem;
import io.switchboard.ecommerce.internal.RefundViews.WaitingView;
import io.switchboard.ecommerce.internal.backend.Shop;
import io.switchboard.ecommerce.internal.refund.Offer;
import io.switchboard.ecommerce.internal.refund.Refund;
import io.switchboard.ecommerce.internal.refund.Step;
import java.util.List;
import java.util.Optional;

/** From what is written down of refunds to what callers read. */
final class RefundMapping {
    private RefundMapping() {}

    static QuoteView quote(Refund refund) {
        Offer offer = refund.offer();
        return new QuoteView(
                refund.id(),
                offer.customerId(),
                Shop.mark(offer.shop(), offer.orderId()),
                offer.orderNumber(),
                items(offer),
                offer.amount(),
                offer.fee(),
                offer.terms().rule(),
                offer.terms().goodsBack(),
                offer.returnId().map(id -> Shop.mark(offer.shop(), id)),
                refund.expiresAt());
    }

    static RefundView refund(Refund refund) {
        Offer offer = refund.offer();
        return new RefundView(
                refund.id(),
                offer.customerId(),
                Shop.mark(offer.shop(), offer.orderId()),
                offer.orderNumber(),
                refund.status(),
                offer.reason(),
                items(offer),
                offer.amount(),
                offer.fee(),
                offer.terms().goodsBack(),
                refund.done(Step.WITHDRAW)
                        ? Optional.empty()
                        : refund.returnId().map(id -> Shop.mark(offer.shop(), id)),
                refund.result(Step.CREDIT).map(id -> Shop.mark(offer.shop(), id)),
                refund.result(Step.TICKET).or(() -> refund.result(Step.HAND_OVER)));
    }

    static WaitingView waiting(Refund refund) {
        return new WaitingView(
                refund(refund),
                refund.begun(Step.CREDIT),
                refund.offer().terms().rule(),
                refund.since());
    }

    private static List<RefundedItem> items(Offer offer) {
        return offer.lines().stream()
                .map(line -> new RefundedItem(line.lineId(), line.name(), line.quantity(), line.amount()))
                .toList();
    }
}
