package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.internal.backend.Newest;
import io.switchboard.ecommerce.internal.backend.Shops;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.CreditNote;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.ReturnStatus;
import io.switchboard.ticket.spi.DeskTicket;
import io.switchboard.ticket.spi.TicketDesk;
import java.util.Optional;

/** Takes the steps of refunds, and finds out of each whether it was taken. Safe for use from many threads. */
final class Steps {
    private final Journal journal;
    private final Shops shops;
    private final Newest<TicketDesk> desks;

    Steps(Journal journal, Shops shops, Newest<TicketDesk> desks) {
        this.journal = journal;
        this.shops = shops;
        this.desks = desks;
    }

    /** The id of what a step made; empty where it made nothing (yet). */
    Optional<String> probe(Refund refund, Step step) {
        String act = step.act(refund.id());
        Offer offer = refund.offer();
        return switch (step) {
            case RETURN -> announced(refund).map(GoodsReturn::id);
            case CREDIT ->
                shop(offer).findCredit(offer.customerId(), offer.orderId(), act).map(CreditNote::id);
            case TICKET, HAND_OVER -> desk().findOpened(offer.customerId(), act);
            case WITHDRAW ->
                announced(refund)
                        .filter(each -> each.status() == ReturnStatus.WITHDRAWN)
                        .map(GoodsReturn::id);
        };
    }

    /** Takes a step; the id of what it made. */
    String take(Refund refund, Step step) {
        Offer offer = refund.offer();
        return switch (step) {
            case RETURN -> announce(refund).id();
            case CREDIT -> credit(refund).id();
            case TICKET -> open(Tickets.follow(refund), refund.act(step));
            case HAND_OVER -> open(Tickets.handOver(refund), refund.act(step));
            case WITHDRAW ->
                announced(refund)
                        .map(each -> shop(offer)
                                .withdrawReturn(offer.customerId(), offer.orderId(), each.id(), refund.act(step))
                                .id())
                        .orElse("");
        };
    }

    private String open(DeskTicket ticket, Act act) {
        return desk().open(ticket, new io.switchboard.ticket.spi.Act(act.correlationId(), act.client(), act.user()));
    }

    private GoodsReturn announce(Refund refund) {
        Offer offer = refund.offer();
        if (!refund.begun(Step.RETURN)) {
            // Somebody may have announced the same goods in the shop itself. Later on it may be what this very step
            // began.
            journal.goods(offer.order(), live(offer), Optional.empty()).requireNoneOpen(offer.pieces());
        }
        return shop(offer)
                .openReturn(
                        offer.customerId(),
                        offer.orderId(),
                        new NewReturn(offer.pieces(), offer.reason().name()),
                        refund.act(Step.RETURN));
    }

    private CreditNote credit(Refund refund) {
        Offer offer = refund.offer();
        // The last look before the money goes: somebody may have paid it back by hand, past the hub, or called the
        // return off.
        Pricing.lines(live(offer), offer.pieces());
        Optional<String> returnId = refund.returnId();
        if (returnId.isPresent()) {
            requireNotWithdrawn(offer, returnId.get());
        }
        NewCredit wanted = new NewCredit(
                offer.pieces(), offer.amount(), offer.fee(), offer.reason().name(), returnId);
        return shop(offer).credit(offer.customerId(), offer.orderId(), wanted, refund.act(Step.CREDIT));
    }

    private void requireNotWithdrawn(Offer offer, String returnId) {
        boolean withdrawn = shop(offer).returns(offer.customerId(), offer.orderId()).stream()
                .anyMatch(each -> each.id().equals(returnId) && each.status() == ReturnStatus.WITHDRAWN);
        if (withdrawn) {
            throw ConnectorException.of(ErrorCode.CONFLICT, Goods.WITHDRAWN);
        }
    }

    private Order live(Offer offer) {
        return shop(offer)
                .get(offer.customerId(), offer.orderId())
                .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
    }

    private Optional<GoodsReturn> announced(Refund refund) {
        Offer offer = refund.offer();
        return shop(offer).findReturn(offer.customerId(), offer.orderId(), Step.RETURN.act(refund.id()));
    }

    private OrderBackend shop(Offer offer) {
        return shops.find(offer.shop())
                .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_READY))
                .backend();
    }

    private TicketDesk desk() {
        return desks.get().orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_READY));
    }
}
