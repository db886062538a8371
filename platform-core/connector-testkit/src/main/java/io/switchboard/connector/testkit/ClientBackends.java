package io.switchboard.connector.testkit;

import io.switchboard.backends.internal.client.OpenBackends;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.connector.http.HttpBackends;

/**
 * The hub's own client for backends over HTTP, for components under test; it asks whatever stands at the addresses of the settings, such
 * as a {@link FaultyServer}. Safe for use from many threads.
 */
public final class ClientBackends implements HttpBackends, AutoCloseable {
    private final OpenBackends open = new OpenBackends();

    /** Has none open yet. */
    public ClientBackends() {}

    @Override
    public HttpBackend open(HttpBackendSettings settings) {
        return open.open(settings);
    }

    /** Closes all that were opened. */
    @Override
    public void close() {
        open.close();
    }
}
