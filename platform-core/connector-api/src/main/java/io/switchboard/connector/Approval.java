package io.switchboard.connector;

/** Whether a person has to approve the exact call, with its exact arguments, before it runs. */
public enum Approval {
    /** Nobody has to. */
    NONE,
    /** The customer confirms it. */
    CUSTOMER,
    /** An employee with the right role confirms it. */
    STAFF
}
