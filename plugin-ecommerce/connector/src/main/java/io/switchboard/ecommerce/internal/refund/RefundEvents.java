package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.event.Event;
import io.switchboard.ecommerce.internal.backend.Shop;
import java.time.Instant;

/** What the hub tells of refunds, which are its own: those of what the customer agreed to, and not of offers. */
final class RefundEvents {
    /** A refund stands elsewhere than before, in the customer's eyes. */
    static final String STATUS_CHANGED = "ecommerce.v1.refund.status.changed";

    private static final String READ = "ecommerce.read";

    private RefundEvents() {}

    /**
     * A refund stands elsewhere than before.
     *
     * @param refund as it is now
     */
    static Event statusChanged(Refund refund, RefundStatus before, Instant at) {
        Offer offer = refund.offer();
        return Event.builder(STATUS_CHANGED, READ)
                .about(offer.customerId())
                .subject(refund.id())
                .at(at)
                .with("refundId", refund.id())
                .with("orderId", Shop.mark(offer.shop(), offer.orderId()))
                .with("number", offer.orderNumber())
                .with("from", before)
                .with("status", refund.status())
                .with("amount", offer.amount().amount())
                .with("currency", offer.amount().currency())
                .build();
    }
}
