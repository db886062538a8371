package io.switchboard.ecommerce.internal.refund;

/** What is done for a refund, each step under a correlation id of its own by which it is found again. */
public enum Step {
    /** The goods are expected back. */
    RETURN('r'),
    /** The money is given back. From here on there is no way back. */
    CREDIT('c'),
    /** Those who deal with refunds know of it. */
    TICKET('t'),
    /** The goods are not expected back any more. */
    WITHDRAW('w'),
    /** A person knows that it can neither be finished nor taken back. */
    HAND_OVER('u');

    private final char suffix;

    Step(char suffix) {
        this.suffix = suffix;
    }

    /** The correlation id of this step of a refund. */
    String act(String refundId) {
        return refundId + suffix;
    }
}
