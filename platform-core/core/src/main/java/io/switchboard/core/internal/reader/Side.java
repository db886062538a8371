package io.switchboard.core.internal.reader;

/** Which way a record goes. */
enum Side {
    INPUT,
    RESULT
}
