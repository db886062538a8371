package io.switchboard.connector;

/** What calling an operation does to the world. There is no default: the author of a connector says it. */
public enum Effect {
    /** Changes nothing; may be repeated, cached and failed over freely. */
    READ,
    /** Changes something; is executed once per idempotency key. */
    WRITE,
    /** Changes something that cannot be taken back; is refused without an idempotency key. */
    DESTRUCTIVE
}
