package io.switchboard.connector;

/** Whom the data of an operation is about, and so who may call it. There is no default. */
public enum Audience {
    /** About one customer, named by the one component that carries {@link CustomerId}; bound callers reach only their own. */
    CUSTOMER,
    /** For employees and their tools; never callable with a token that is bound to a customer. */
    STAFF,
    /** About nobody: opening hours, stock of a product. */
    PUBLIC
}
