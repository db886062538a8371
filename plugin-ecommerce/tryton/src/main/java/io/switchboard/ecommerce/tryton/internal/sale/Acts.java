package io.switchboard.ecommerce.tryton.internal.sale;

import io.switchboard.ecommerce.spi.Act;
import io.switchboard.tryton.Clause;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Tryton;
import java.util.List;
import java.util.Map;

/**
 * Notes on a sale, which people see beside it and do not change: what the hub did there, by which act. So an act is found again where it
 * was done, by whichever node, and is gone where the sale is. Safe for use from many threads.
 */
public final class Acts {
    private static final String MODEL = "ir.note";
    private static final int MOST = 100;

    private final Tryton tryton;

    /** Writes and reads by this client. */
    public Acts(Tryton tryton) {
        this.tryton = tryton;
    }

    /**
     * Whether an act was noted.
     *
     * @param kind what was done, one word
     */
    public boolean noted(long saleId, String kind, String correlationId) {
        String last = last(kind, correlationId);
        List<List<Object>> domain = List.of(
                Clause.of("resource", "=", resource(saleId)), Clause.of("message", "like", "%" + Clause.literal(last)));
        return tryton.search(Query.of(MODEL, domain, MOST, List.of("resource", "message"))).stream()
                .filter(row ->
                        row.text("resource").filter(resource(saleId)::equals).isPresent())
                .anyMatch(row ->
                        row.text("message").filter(text -> text.endsWith(last)).isPresent());
    }

    /** Notes an act, in words for people. */
    public void note(long saleId, String kind, String words, Act act) {
        tryton.create(MODEL, Map.of("resource", resource(saleId), "message", words + last(kind, act.correlationId())));
    }

    private static String last(String kind, String correlationId) {
        return "\nswitchboard " + kind + " " + correlationId;
    }

    private static String resource(long saleId) {
        return Sale.MODEL + "," + saleId;
    }
}
