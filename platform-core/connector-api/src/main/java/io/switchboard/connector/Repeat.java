package io.switchboard.connector;

/** What a second call with equal arguments means, when the caller sends no idempotency key. */
public enum Repeat {
    /** Another act: two equal comments are two comments. No key is derived. */
    DISTINCT,
    /** The same act, sent again: the hub derives a key from the arguments and answers with the first outcome. */
    SAME
}
