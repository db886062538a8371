package io.switchboard.ecommerce.internal.refund;

/** How far a refund is. */
public enum RefundState {
    /** Offered; nothing is done unless the customer agrees. */
    QUOTED,
    /** Agreed to; its steps are being taken. */
    RUNNING,
    /** It cannot be finished, and what was done is being taken back. */
    UNDOING,
    /** It can neither be finished nor taken back, and an urgent ticket is to be opened. */
    HANDING,
    /** All steps are taken. */
    DONE,
    /** All is as if it had never been. */
    UNDONE,
    /** A person has to deal with it, by an urgent ticket. */
    HANDED
}
