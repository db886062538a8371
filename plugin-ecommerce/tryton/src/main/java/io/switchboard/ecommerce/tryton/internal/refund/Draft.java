package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.NewCredit;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Row;
import io.switchboard.tryton.Tryton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a credit note that is not posted to its end, each step on the state in which it was read: two who do so at once do it once. It is
 * posted only when it comes to what was agreed, and else called off.
 */
record Draft(Tryton tryton) {
    private static final Logger LOG = LoggerFactory.getLogger(Draft.class);
    /** By how many of the currency's smallest units Tryton's roundings and the hub's may differ for each line, and in all. */
    private static final int ROUNDING = 2;

    /**
     * Goes one step, after which the note has to be read again; fails where it was refused and called off.
     *
     * @return whether Tryton took the step; false where others were quicker
     */
    boolean advance(Sold sale, Note note, NewCredit wanted) {
        try {
            BigDecimal off = wanted.amount().amount().add(note.total());
            if (!note.reckoned()) {
                tryton.write(note.stamp(), Map.of());
            } else if (off.signum() == 0) {
                post(note);
            } else {
                round(sale, note, wanted, off);
            }
            return true;
        } catch (ConnectorException e) {
            if (!Refusal.byOthers(e)) {
                throw e;
            }
            return false;
        }
    }

    /** For one that Tryton does not post, and does not say why. */
    void drop(Note note) {
        tryton.press("cancel", List.of(note.stamp()));
        List<Row> rows = tryton.search(
                Query.of(Note.MODEL, List.of(Clause.of("id", "=", note.stamp().id())), 1, List.of("state")));
        boolean dropped = rows.stream()
                .anyMatch(
                        row -> row.text("state").filter(Note.CANCELLED::equals).isPresent());
        if (!dropped) {
            throw ConnectorException.of(ErrorCode.BACKEND_FAILED);
        }
        LOG.warn(
                "The credit note {} was called off; Tryton would not have it",
                note.stamp().id());
        throw Refusal.notAllowed();
    }

    private void post(Note note) {
        try {
            tryton.press("post", List.of(note.stamp()));
        } catch (ConnectorException e) {
            if (!Refusal.byRule(e)) {
                throw e;
            }
            // No period that is open, say, or a warning that a person has to agree to.
            LOG.warn("The credit note {} was not posted", note.stamp().id(), e);
            drop(note);
        }
    }

    private void round(Sold sale, Note note, NewCredit wanted, BigDecimal off) {
        List<Row> lines = tryton.search(Query.of(
                Billed.MODEL,
                List.of(Clause.of("invoice", "=", note.stamp().id())),
                1,
                List.of("company", "currency", "account")));
        BigDecimal most = BigDecimal.valueOf((long) ROUNDING * (wanted.lines().size() + 1), sale.digits());
        if (lines.isEmpty() || off.abs().compareTo(most) > 0) {
            LOG.warn(
                    "The credit note {} is {} off what was agreed; the sale has prices of another kind",
                    note.stamp().id(),
                    off);
            drop(note);
        }
        tryton.write(note.stamp(), NoteForm.rounding(new Billed(lines.get(0)), off.negate()));
    }
}
