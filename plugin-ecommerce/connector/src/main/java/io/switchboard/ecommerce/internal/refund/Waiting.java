package io.switchboard.ecommerce.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.ecommerce.internal.backend.Shop;
import io.switchboard.ecommerce.internal.backend.Shops;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.CreditNote;
import io.switchboard.ecommerce.spi.OrderBackend;
import java.util.Optional;

/**
 * Refunds that can neither be finished nor taken back, and what a person says of them. What can be looked up in the shop is not believed:
 * a credit note that is named has to be there, and one of which nobody speaks must not be. Safe for use from many threads.
 */
final class Waiting {
    /** Why not: it does not wait for a person. */
    static final String NOT_WAITING = "not-waiting";
    /** Why not: the shop has a credit note of this very refund. */
    static final String WAS_PAID = "was-paid";
    /** Why not: the credit note is another refund's. */
    static final String NOTE_USED = "note-used";

    private static final String NOTE = "creditNote";

    private final Journal journal;
    private final Shops shops;

    Waiting(Journal journal, Shops shops) {
        this.journal = journal;
        this.shops = shops;
    }

    /** Those that wait, the longest first. */
    Page<Refund> list(PageRequest page) {
        return journal.waiting(page);
    }

    /** Writes down what a person says; a second time by the same act it changes nothing. */
    Refund settle(String id, Settlement outcome, Optional<String> named, Act act) {
        Refund refund = journal.find(id).orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
        if (journal.isSettled(id, act.correlationId())) {
            return refund;
        }
        refuseIf(refund.state() != RefundState.HANDED, NOT_WAITING);
        if (named.isPresent() != (outcome == Settlement.PAID)) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).at(NOTE);
        }
        Optional<String> note = named.map(each -> note(refund, each).id());
        refuseIf(outcome == Settlement.ABANDONED && isPaid(refund), WAS_PAID);
        return journal.settle(refund, outcome, note, act);
    }

    private CreditNote note(Refund refund, String named) {
        Offer offer = refund.offer();
        CreditNote note = Shop.unmark(offer.shop(), named)
                .flatMap(own -> shop(offer).creditNote(offer.customerId(), offer.orderId(), own))
                .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND).at(NOTE));
        refuseIf(!note.amount().equals(offer.amount()), Refunds.OTHER_AMOUNT);
        return note;
    }

    private boolean isPaid(Refund refund) {
        Offer offer = refund.offer();
        return shop(offer)
                .findCredit(offer.customerId(), offer.orderId(), Step.CREDIT.act(refund.id()))
                .isPresent();
    }

    private OrderBackend shop(Offer offer) {
        return shops.find(offer.shop())
                .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_READY))
                .backend();
    }

    private static void refuseIf(boolean against, String reason) {
        if (against) {
            throw ConnectorException.of(ErrorCode.CONFLICT, reason);
        }
    }
}
