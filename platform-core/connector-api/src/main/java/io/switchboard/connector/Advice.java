package io.switchboard.connector;

/** What a caller, and a model above all, is to do next after an error. */
public enum Advice {
    /** Correct the arguments named in the problem, then call again. */
    FIX_ARGUMENTS,
    /** Call again later with the same idempotency key; {@code Retry-After} says when. */
    RETRY_LATER,
    /** Do not call again: ask {@code /api/calls/{callId}} what came of it. */
    ASK_OUTCOME,
    /** Have the customer prove who they are, then call again. */
    STEP_UP,
    /** Ask the customer for what is missing or wrong. */
    ASK_CUSTOMER,
    /** Hand the conversation to a person. */
    HAND_OFF,
    /** Calling again will not help; tell the customer so. */
    GIVE_UP
}
