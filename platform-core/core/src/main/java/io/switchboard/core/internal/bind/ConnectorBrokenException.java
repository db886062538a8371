package io.switchboard.core.internal.bind;

/** A connector's record threw what it may not; the connector's fault, and neither the caller's nor the hub's. */
public final class ConnectorBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConnectorBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
