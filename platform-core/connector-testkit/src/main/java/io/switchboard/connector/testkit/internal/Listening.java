package io.switchboard.connector.testkit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/** A port of the loopback address that can be closed and opened again. Safe for use from many threads. */
public final class Listening {
    private static final int BACKLOG = 512;

    private final ServerSocketFactory sockets;
    private final Function<Conversations.Question, Conversations.Reply> answers;
    private final int port;
    private Conversations conversations;

    /** Takes any port that is free. */
    public Listening(ServerSocketFactory sockets, Function<Conversations.Question, Conversations.Reply> answers) {
        this.sockets = sockets;
        this.answers = answers;
        ServerSocket socket = listen(0);
        port = socket.getLocalPort();
        conversations = new Conversations(socket, answers);
    }

    /** The same as long as it is there, open or closed. */
    public int port() {
        return port;
    }

    /** How many connections there were since it was last opened. */
    public synchronized int connections() {
        return conversations.count();
    }

    /** Refuses connections from now on, and ends those that are open. */
    public synchronized void down() {
        conversations.close();
    }

    /** Takes connections again; nothing where it takes them anyway. */
    public synchronized void up() {
        if (conversations.closed()) {
            conversations = new Conversations(listen(port), answers);
        }
    }

    private ServerSocket listen(int at) {
        try {
            ServerSocket socket = sockets.createServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), BACKLOG);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
