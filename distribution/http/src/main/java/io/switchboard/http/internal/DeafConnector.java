package io.switchboard.http.internal;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Opens no port. Felix takes nothing but a connector for having its server, and nothing but one of this class. */
final class DeafConnector extends ServerConnector {
    DeafConnector(Server server) {
        super(server, 0, 1);
        // Felix tells the addresses of all connectors; of one without a host, those of the whole machine.
        setHost("127.0.0.1");
    }

    @Override
    protected void doStart() {
        // No selectors, no acceptors, no port.
    }

    @Override
    protected void doStop() {
        // Nothing was started.
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        return CompletableFuture.completedFuture(null);
    }
}
