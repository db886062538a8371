package io.switchboard.rest.internal.openapi;

/** Which way a value goes: inputs are strict, results are open and may leave personal data out. */
enum Side {
    INPUT,
    RESULT
}
