package io.switchboard.poll;

import io.switchboard.connector.ConnectorException;

/** What a {@link Poller} does each time; by one thread. */
@FunctionalInterface
public interface Round {
    /**
     * Reads what happened since the last time, and tells of it.
     *
     * @throws ConnectorException where the system or the store cannot be asked now; what happened meanwhile is told by a later round
     */
    void take();
}
