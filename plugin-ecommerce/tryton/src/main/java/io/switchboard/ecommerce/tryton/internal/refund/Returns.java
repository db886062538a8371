package io.switchboard.ecommerce.tryton.internal.refund;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.GoodsReturn;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.ecommerce.spi.OrderBackend;
import io.switchboard.ecommerce.spi.ReturnStatus;
import io.switchboard.ecommerce.tryton.internal.sale.Ids;
import io.switchboard.ecommerce.tryton.internal.sale.Sales;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Tryton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goods that come back: the part of {@link OrderBackend} that is about them, method by method. Safe for use from many threads.
 *
 * <p>A return is made without the act's mark first, and gets it in a transaction in which Tryton sees to it that the sale is still as it
 * was when it had no other return with that mark.
 */
public final class Returns {
    private static final Logger LOG = LoggerFactory.getLogger(Returns.class);
    private static final int ATTEMPTS = 8;
    /** What there is to know of one sale is known by its last returns. */
    private static final int MOST = 100;

    private final Tryton tryton;
    private final SoldReader sold;

    /** Of one instance. */
    public Returns(Tryton tryton, Sales sales) {
        this.tryton = tryton;
        sold = new SoldReader(tryton, sales);
    }

    /** As {@link OrderBackend#openReturn}. */
    public GoodsReturn open(String customerId, String orderId, NewReturn wanted, Act act) {
        String unclaimed = Mark.unclaimed(act.correlationId());
        boolean begun = false;
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Sold sale = sold.get(customerId, orderId);
                List<ReturnSale> all = read(sale);
                Optional<ReturnSale> made = of(all, Mark.of(act.correlationId()));
                List<ReturnSale> open = all.stream()
                        .filter(each -> each.reference().equals(unclaimed))
                        .toList();
                begun = begun || made.isPresent() || !open.isEmpty();
                if (made.isPresent() && !made.get().draft()) {
                    open.forEach(this::clear);
                    return made.get().goodsReturn(sale.sale());
                }
                begun = step(sale, all, made, open, wanted, act) || begun;
            }
            throw ConnectorException.of(ErrorCode.BUSY);
        } catch (ConnectorException e) {
            if (!begun || e.code() == ErrorCode.CONFLICT) {
                throw e;
            }
            throw ConnectorException.of(ErrorCode.OUTCOME_UNKNOWN).causedBy(e);
        }
    }

    /** As {@link OrderBackend#findReturn}. */
    public Optional<GoodsReturn> find(String customerId, String orderId, String correlationId) {
        return sold.find(customerId, orderId)
                .flatMap(sale -> of(read(sale), Mark.of(correlationId))
                        .filter(each -> !each.draft())
                        .map(each -> each.goodsReturn(sale.sale())));
    }

    /** As {@link OrderBackend#withdrawReturn}. */
    public GoodsReturn withdraw(String customerId, String orderId, String returnId) {
        Sold sale = sold.get(customerId, orderId);
        ReturnSale before = byId(sale, returnId);
        if (before.status() == ReturnStatus.ANNOUNCED) {
            tryton.press("cancel", List.of(before.stamp()));
        }
        // Tryton calls off none that a person has confirmed, and does not say so.
        ReturnSale after = byId(sale, returnId);
        if (after.status() != ReturnStatus.WITHDRAWN) {
            throw Refusal.notAllowed();
        }
        return after.goodsReturn(sale.sale());
    }

    /** As {@link OrderBackend#returns}. */
    public List<GoodsReturn> list(String customerId, String orderId) {
        return sold.find(customerId, orderId)
                .map(sale -> read(sale).stream()
                        .filter(each -> !Mark.isUnclaimed(each.reference()))
                        .map(each -> each.goodsReturn(sale.sale()))
                        .toList())
                .orElse(List.of());
    }

    /** One that others were quicker than, with the same act. */
    private void clear(ReturnSale left) {
        try {
            tryton.delete(ReturnSale.MODEL, left.id());
        } catch (ConnectorException e) {
            // A draft that says it is none yet harms nobody.
            LOG.info("the unused draft {} of a return was left: {}", left.id(), e.code());
        }
    }

    /** Makes the return, marks it, or has it announced, whichever comes next; false where others wrote to it or to the sale. */
    private boolean step(
            Sold sale,
            List<ReturnSale> all,
            Optional<ReturnSale> made,
            List<ReturnSale> open,
            NewReturn wanted,
            Act act) {
        try {
            if (made.isPresent()) {
                announce(made.get());
                return true;
            }
            requireLeft(sale, all, wanted);
            if (open.isEmpty()) {
                tryton.create(ReturnSale.MODEL, ReturnForm.of(sale, wanted, Mark.unclaimed(act.correlationId())));
            } else {
                Map<String, String> marked = Map.of("reference", Mark.of(act.correlationId()));
                tryton.write(sale.stamp(), Map.of(), open.get(0).stamp(), marked);
            }
            return true;
        } catch (ConnectorException e) {
            if (!Refusal.byOthers(e)) {
                throw e;
            }
            return false;
        }
    }

    private void announce(ReturnSale made) {
        try {
            tryton.press("quote", List.of(made.stamp()));
        } catch (ConnectorException e) {
            if (!Refusal.byRule(e)) {
                throw e;
            }
            // An address is missing, say. It is not left behind as a draft.
            tryton.press("cancel", List.of(made.stamp()));
            throw Refusal.notAllowed().causedBy(e);
        }
    }

    /** Refuses more pieces than were sold and are not on their way back. */
    private static void requireLeft(Sold sale, List<ReturnSale> all, NewReturn wanted) {
        Books books = new Books(
                sale.sale(),
                List.of(),
                List.of(),
                all.stream().filter(each -> !Mark.isUnclaimed(each.reference())).toList());
        for (LineQuantity each : wanted.lines()) {
            SoldLine line = sale.line(each.lineId()).orElseThrow(Refusal::notAllowed);
            if (books.returning(line) + each.quantity() > line.pieces()) {
                throw Refusal.notAllowed();
            }
        }
    }

    private ReturnSale byId(Sold sale, String returnId) {
        return read(sale).stream()
                .filter(each -> Ids.text(each.id()).equals(returnId))
                .findFirst()
                .orElseThrow(() -> ConnectorException.of(ErrorCode.NOT_FOUND));
    }

    private static Optional<ReturnSale> of(List<ReturnSale> all, String mark) {
        return all.stream().filter(each -> each.reference().equals(mark)).findFirst();
    }

    private List<ReturnSale> read(Sold sale) {
        List<ReturnSale> newest = new ArrayList<>(tryton
                .search(new Query(
                        ReturnSale.MODEL,
                        List.of(Clause.of("origin", "=", ReturnSale.origin(sale.id()))),
                        MOST,
                        List.of(List.of("id", "DESC")),
                        ReturnSale.FIELDS))
                .stream()
                .map(ReturnSale::new)
                .toList());
        Collections.reverse(newest);
        return newest;
    }
}
