package io.switchboard.http.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connector factory is the one way by which Felix lets others have its server. The connector that it wants in return is deaf.
 */
final class ServerAccess implements ConnectorFactory {
    private static final Logger LOG = LoggerFactory.getLogger(ServerAccess.class);

    private volatile @Nullable Server server;

    @Override
    public Connector createConnector(Server given) {
        ProblemPages pages = new ProblemPages();
        given.setErrorHandler(pages);
        for (ContextHandler context : given.getDescendants(ContextHandler.class)) {
            context.setErrorHandler(pages);
        }
        server = given;
        return new DeafConnector(given);
    }

    /**
     * Accepts no more connections, lets the calls on those there are finish, and returns when the last has closed, or after the time
     * given. Callers who keep a connection are told to close it with the next answer.
     */
    void takeLeave(Duration patience) throws InterruptedException {
        @Nullable Server leaving = server;
        if (leaving == null) {
            return;
        }
        List<CompletableFuture<?>> closing = new ArrayList<>();
        for (Connector connector : leaving.getConnectors()) {
            if (connector instanceof NetworkConnector network) {
                closing.add(connector.shutdown());
                network.close();
            }
        }
        try {
            CompletableFuture.allOf(closing.toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Calls are still under way after {} ms", patience.toMillis());
        } catch (ExecutionException e) {
            LOG.warn("The server did not take its leave in order", e.getCause());
        }
    }
}
