package io.switchboard.ecommerce.internal;

import io.switchboard.ecommerce.internal.RefundViews.QuoteView;
import io.switchboard.ecommerce.internal.RefundViews.RefundStatus;
import io.switchboard.ecommerce.internal.RefundViews.RefundView;
import io.switchboard.ecommerce.internal.RefundViews.RefundedItem;
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
                refund.expiresAt());
    }

    static RefundView refund(Refund refund) {
        Offer offer = refund.offer();
        return new RefundView(
                refund.id(),
                offer.customerId(),
                Shop.mark(offer.shop(), offer.orderId()),
                offer.orderNumber(),
                status(refund),
                offer.reason(),
                items(offer),
                offer.amount(),
                offer.fee(),
                offer.terms().goodsBack(),
                refund.done(Step.WITHDRAW)
                        ? Optional.empty()
                        : refund.result(Step.RETURN).map(id -> Shop.mark(offer.shop(), id)),
                refund.result(Step.CREDIT).map(id -> Shop.mark(offer.shop(), id)),
                refund.result(Step.TICKET).or(() -> refund.result(Step.HAND_OVER)));
    }

    private static List<RefundedItem> items(Offer offer) {
        return offer.lines().stream()
                .map(line -> new RefundedItem(line.lineId(), line.name(), line.quantity(), line.amount()))
                .toList();
    }

    private static RefundStatus status(Refund refund) {
        // Once the money is back, what is left to do is not the customer's to wait for.
        if (refund.done(Step.CREDIT)) {
            return RefundStatus.REFUNDED;
        }
        return switch (refund.state()) {
            case QUOTED -> RefundStatus.OFFERED;
            case RUNNING, UNDOING, DONE -> RefundStatus.IN_PROGRESS;
            case UNDONE -> RefundStatus.NOT_DONE;
            case HANDING, HANDED -> RefundStatus.WITH_A_PERSON;
        };
    }
}
