package io.switchboard.http.internal;

import io.switchboard.http.internal.edge.Guard;
import io.switchboard.http.internal.settings.HttpSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connector factory is the one way by which Felix lets others have its server. The connector that it wants in return is deaf. It asks
 * before it puts the first servlet in.
 */
final class ServerAccess implements ConnectorFactory {
    private static final Logger LOG = LoggerFactory.getLogger(ServerAccess.class);

    private final Guard guard;
    private final Supplier<Optional<HttpSettings>> settings;
    private final Consumer<Addresses> found;
    private volatile @Nullable Server server;

    ServerAccess(Guard guard, Supplier<Optional<HttpSettings>> settings, Consumer<Addresses> found) {
        this.guard = guard;
        this.settings = settings;
        this.found = found;
    }

    @Override
    public Connector createConnector(Server given) {
        ProblemPages pages = new ProblemPages();
        given.setErrorHandler(pages);
        for (ContextHandler context : given.getDescendants(ContextHandler.class)) {
            context.setErrorHandler(pages);
        }
        server = given;
        for (Connector connector : given.getConnectors()) {
            if (connector instanceof ServerConnector plain) {
                open(given, plain);
            }
        }
        return new DeafConnector(given);
    }

    /** A port that was asked for and cannot be had must not leave the others open: they may have been meant to be closed. */
    private void open(Server given, ServerConnector plain) {
        Optional<HttpSettings> now = settings.get();
        if (now.isEmpty()) {
            guard.guardPlain(plain);
            return;
        }
        try {
            found.accept(new MorePorts(given, plain, guard).open(now.get()));
        } catch (Exception e) {
            LOG.error("Not all ports could be opened, so nobody is let in: {}", String.valueOf(e.getMessage()), e);
            guard.shut();
        }
    }

    /**
     * Accepts no more connections, lets the calls on those there are finish, and returns when the last has closed, or after the time
     * given. Callers who keep a connection are told to close it with the next answer.
     */
    void takeLeave(Duration patience) throws InterruptedException {
        @Nullable Server leaving = server;
        server = null;
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
