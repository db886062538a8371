package io.switchboard.backends.internal.client;

import io.switchboard.connector.ConnectorException;
import java.util.Optional;

/** What lies behind a failure of the client. */
public final class Why {
    private Why() {}

    /** In words; empty where the failure is not the client's. */
    public static Optional<Words> of(ConnectorException failure) {
        return failure.getCause() instanceof AttemptFailure attempt ? Optional.of(attempt.why()) : Optional.empty();
    }
}
