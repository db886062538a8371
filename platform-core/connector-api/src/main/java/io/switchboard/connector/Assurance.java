package io.switchboard.connector;

/** How sure the hub must be of who the customer is before it lets an operation run. */
public enum Assurance {
    /** A valid token is enough. */
    TOKEN,
    /** The customer has signed in with the company's identity provider in this conversation. */
    SIGNED_IN,
    /** The customer has proved a second factor for this very act (RFC 9470 step-up). */
    STEPPED_UP
}
