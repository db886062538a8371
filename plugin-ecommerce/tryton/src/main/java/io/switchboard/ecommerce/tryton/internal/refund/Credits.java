package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Money;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.CreditNote;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.tryton.internal.sale.Ids;
import io.switchboard.ecommerce.tryton.internal.sale.Sales;
import io.switchboard.tryton.Tryton;
import io.switchboard.tryton.Turns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Money that goes back: the part of {@link OrderBackend} that is about it, method by method. Safe for use from many threads.
 *
 * <p>A credit note is made as a draft under the act's mark, in a transaction in which Tryton sees to it that the sale is still as it was
 * when the books were read; so no second one can be made beside it, neither for the same act nor past the books. Then it is reckoned,
 * compared and posted. A draft is no money: whoever comes to it again, after a crash, say, brings it to its end.
 */
public final class Credits {
    private static final int ATTEMPTS = 12;

    private final Tryton tryton;
    private final SoldReader sold;
    private final BooksReader books;
    private final Draft draft;
    private final Turns turns;

    /** Of one instance, whose turns are shared by all who write to it. */
    public Credits(Tryton tryton, Sales sales, Turns turns) {
        this.tryton = tryton;
        this.turns = turns;
        sold = new SoldReader(tryton, sales);
        books = new BooksReader(tryton);
        draft = new Draft(tryton);
    }

    /** As {@link OrderBackend#findCredit}. */
    public Optional<CreditNote> find(String customerId, String orderId, String correlationId) {
        return sold.find(customerId, orderId)
                .flatMap(sale ->
                        sale.note(Mark.of(correlationId)).filter(Note::posted).map(note -> note.creditNote(sale)));
    }

    /** As {@link OrderBackend#creditNote}; one that is not in the books is no money yet. */
    public Optional<CreditNote> named(String customerId, String orderId, String creditId) {
        return sold.find(customerId, orderId)
                .flatMap(sale -> named(books.of(List.of(sale.sale())).get(0), creditId));
    }

    private static Optional<CreditNote> named(Books all, String creditId) {
        return all.credited().stream()
                .filter(each -> each.booked() && Ids.text(each.note()).equals(creditId))
                .findFirst()
                .map(each -> new CreditNote(
                        creditId,
                        Ids.text(all.sale().id()),
                        new Money(all.refundedBy(each), all.sale().currency()),
                        each.at()));
    }

    /** As {@link OrderBackend#credit}. */
    public CreditNote credit(String customerId, String orderId, NewCredit wanted, Act act) {
        // Tryton numbers notes one after the other, and fails whoever comes at the same moment.
        return turns.take(Note.MODEL, () -> credit(customerId, orderId, wanted, Mark.of(act.correlationId())));
    }

    private CreditNote credit(String customerId, String orderId, NewCredit wanted, String mark) {
        boolean begun = false;
        try {
            Optional<Note> moved = Optional.empty();
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Sold sale = sold.get(customerId, orderId);
                Optional<Note> note = sale.note(mark);
                begun = begun || note.isPresent();
                if (note.isEmpty()) {
                    begun = begin(sale, wanted, mark) || begun;
                } else if (note.get().posted()) {
                    return note.get().creditNote(sale);
                } else if (note.equals(moved)) {
                    // A button was pressed, and nothing came of it.
                    draft.drop(note.get());
                } else {
                    moved = draft.advance(sale, note.get(), wanted) ? note : Optional.empty();
                }
            }
            throw ConnectorException.of(ErrorCode.BUSY);
        } catch (ConnectorException e) {
            if (!begun || e.code() == ErrorCode.CONFLICT) {
                throw e;
            }
            // There may be a draft, which somebody may post.
            throw ConnectorException.of(ErrorCode.OUTCOME_UNKNOWN).causedBy(e);
        }
    }

    /** Makes the draft; false where others wrote to the sale, so that it has to be read again. */
    private boolean begin(Sold sale, NewCredit wanted, String mark) {
        List<Books.Portion> portions = portions(sale, wanted, mark);
        String title = "Refund of order " + sale.number()
                + wanted.returnId().map(id -> ", return " + id).orElse("") + " (" + wanted.reason() + ")";
        try {
            tryton.write(sale.stamp(), NoteForm.note(portions, wanted, mark, title));
            return true;
        } catch (ConnectorException e) {
            if (!Refusal.byOthers(e)) {
                throw e;
            }
            return false;
        }
    }

    /** By which lines of which invoices; refuses what Tryton itself would do: more than was charged, was paid, or is left. */
    private List<Books.Portion> portions(Sold sale, NewCredit wanted, String mark) {
        Books all = books.of(sale.sale(), mark);
        List<Books.Portion> portions = new ArrayList<>();
        for (LineQuantity each : wanted.lines()) {
            SoldLine line = sale.line(each.lineId()).orElseThrow(Refusal::notAllowed);
            BigDecimal open = line.quantity(each.quantity());
            for (Books.Portion left : all.left(line)) {
                BigDecimal part = open.min(left.quantity());
                if (part.signum() > 0) {
                    portions.add(new Books.Portion(left.line(), part));
                    open = open.subtract(part);
                }
            }
            if (open.signum() > 0) {
                throw Refusal.notAllowed();
            }
        }
        BigDecimal after = all.refunded().add(wanted.amount().amount());
        if (portions.isEmpty()
                || after.compareTo(all.paid()) > 0
                || !wanted.amount().currency().equals(sale.sale().currency())) {
            throw Refusal.notAllowed();
        }
        return portions;
    }
}
