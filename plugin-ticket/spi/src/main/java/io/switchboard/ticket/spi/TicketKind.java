package io.switchboard.ticket.spi;

/** What a ticket is about. A backend maps its own types to these; what fits none is {@link #OTHER}. */
public enum TicketKind {
    /** A question. */
    QUESTION,
    /** A complaint about goods, a service or a person. */
    COMPLAINT,
    /** Money back. */
    REFUND,
    /** Goods back, or exchanged. */
    RETURN,
    /** A delivery: late, lost, damaged, to another address. */
    DELIVERY,
    /** A payment or an invoice. */
    PAYMENT,
    /** The customer's account: sign-in, data, level. */
    ACCOUNT,
    /** Something does not work. */
    TECHNICAL,
    /** Somebody else has the customer's account. */
    ACCOUNT_STOLEN,
    /** Somebody else paid with the customer's money, or the customer was tricked into paying. */
    PAYMENT_FRAUD,
    /** None of these. */
    OTHER
}
