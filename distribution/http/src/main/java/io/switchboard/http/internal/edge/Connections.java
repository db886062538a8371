package io.switchboard.http.internal.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.jetty.io.SelectorManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds the open connections of one network address, and of all together. One too many is closed as soon as it is accepted, before it
 * costs a handshake or a buffer. The memory is bounded by the connections that there may be. Safe for use from many threads.
 */
public final class Connections implements SelectorManager.AcceptListener {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final Supplier<Bounds> bounds;
    private final Map<SelectableChannel, Long> open = new ConcurrentHashMap<>();
    private final Map<Long, Integer> counts = new ConcurrentHashMap<>();

    /** Who is counted, and how many there may be. */
    interface Bounds {
        /** The most of all together. */
        int all();

        /** The most of one address; 0: any number. */
        int each();

        /** Whether an address is not counted. */
        boolean exempts(InetAddress address);
    }

    Connections(Supplier<Bounds> bounds) {
        this.bounds = bounds;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        if (!(channel instanceof SocketChannel socket)) {
            return;
        }
        InetAddress address = socket.socket().getInetAddress();
        if (address == null) {
            return;
        }
        Bounds now = bounds.get();
        long name = AddressRates.name(address);
        open.put(channel, name);
        int count = counts.merge(name, 1, Integer::sum);
        boolean tooMany = now.each() > 0 && count > now.each() && !now.exempts(address);
        if (tooMany || open.size() > now.all()) {
            LOG.debug("Closed a connection too many: {} of its address, {} in all", count, open.size());
            close(channel);
        }
    }

    /** The server finds it closed, and tells so by {@link #onAcceptFailed}. */
    private static void close(SelectableChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A connection too many could not be closed", e);
        }
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        forget(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        forget(channel);
    }

    private void forget(SelectableChannel channel) {
        Long name = open.remove(channel);
        if (name != null) {
            counts.computeIfPresent(name, (key, count) -> count == 1 ? null : count - 1);
        }
    }

    int count() {
        return open.size();
    }
}
