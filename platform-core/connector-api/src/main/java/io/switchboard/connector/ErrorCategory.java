package io.switchboard.connector;

/** Where the reason of an error lies. */
public enum ErrorCategory {
    /** In what the caller sent. */
    CALLER,
    /** In who the caller is, or what it may do. */
    ACCESS,
    /** In the state of the business: the thing is not there, or not in a state that allows it. */
    BUSINESS,
    /** In the system behind the connector. */
    BACKEND,
    /** In the hub or the connector itself. */
    HUB
}
