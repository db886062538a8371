package io.switchboard.ecommerce.tryton.internal.refund;

/**
 * By what the hub finds again what it made for an act: the field {@code reference} of the record, which is written in the transaction that
 * makes it.
 */
final class Mark {
    private static final String PREFIX = "switchboard:";
    private static final String UNCLAIMED = "switchboard-open:";

    private Mark() {}

    static String of(String correlationId) {
        return PREFIX + correlationId;
    }

    /** Of what is made, and not yet known to be the only one of its act. */
    static String unclaimed(String correlationId) {
        return UNCLAIMED + correlationId;
    }

    static boolean isOurs(String reference) {
        return reference.startsWith(PREFIX);
    }

    static boolean isUnclaimed(String reference) {
        return reference.startsWith(UNCLAIMED);
    }
}
