package io.switchboard.http.internal.edge;

import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections on which the head of a request does not come to its end. The server bounds the silence between two bytes only, so a
 * byte now and then would hold a connection for as long as somebody likes. Looks once a second, while there are connections. Safe for use
 * from many threads.
 */
final class Heads implements SelectorManager.AcceptListener {
    /** Far longer than the slowest line needs for 16 KiB. */
    static final Duration MOST = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Heads.class);

    private final ServerConnector connector;
    private final LongSupplier nanoTime;
    private final AtomicBoolean accepted = new AtomicBoolean();
    private final AtomicBoolean looking = new AtomicBoolean();
    /** For the one look at a time. */
    private Map<EndPoint, Begun> open = new HashMap<>();

    /**
     * A head that had begun at the last look.
     *
     * @param request tells one request of a connection from the next
     * @param since when it was first seen
     */
    private record Begun(long request, long since) {}

    Heads(ServerConnector connector, LongSupplier nanoTime) {
        this.connector = connector;
        this.nanoTime = nanoTime;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        accepted.set(true);
        begin();
    }

    private void begin() {
        if (looking.compareAndSet(false, true)) {
            lookSoon();
        }
    }

    private void lookSoon() {
        connector.getScheduler().schedule(this::look, 1, TimeUnit.SECONDS);
    }

    private void look() {
        // One that was accepted just now is not among those yet.
        boolean more = accepted.getAndSet(false);
        try {
            more |= !connector.getConnectedEndPoints().isEmpty();
            lookThrough();
        } catch (RuntimeException e) {
            LOG.warn("The open connections could not be looked through", e);
        }
        if (more) {
            lookSoon();
            return;
        }
        looking.set(false);
        if (accepted.get()) {
            begin();
        }
    }

    private void lookThrough() {
        Map<EndPoint, Begun> before = open;
        Map<EndPoint, Begun> now = new HashMap<>();
        long nanos = nanoTime.getAsLong();
        for (EndPoint each : connector.getConnectedEndPoints()) {
            Optional<Long> request = begun(each.getConnection());
            if (request.isEmpty()) {
                continue;
            }
            Begun last = before.get(each);
            Begun begun = last != null && last.request == request.get() ? last : new Begun(request.get(), nanos);
            if (nanos - begun.since > MOST.toNanos()) {
                LOG.debug("Closed a connection on which a request did not come to the end of its head");
                each.close();
            } else {
                now.put(each, begun);
            }
        }
        open = now;
    }

    /** What tells the request apart whose head is not there to its end; also what comes behind the parts of a body. */
    private static Optional<Long> begun(Connection connection) {
        Connection inner = connection instanceof SslConnection secure
                ? secure.getSslEndPoint().getConnection()
                : connection;
        if (!(inner instanceof HttpConnection http)) {
            return Optional.empty();
        }
        HttpParser parser = http.getParser();
        boolean within = (parser.inHeaderState() && !parser.isStart()) || parser.isState(HttpParser.State.TRAILER);
        return within ? Optional.of(parser.getBeginNanoTime()) : Optional.empty();
    }
}
