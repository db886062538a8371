package io.switchboard.connector.testkit;

import io.switchboard.connector.testkit.internal.Conversations;
import io.switchboard.connector.testkit.internal.Listening;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * A backend on this machine with whatever faults a test needs: slow, silent, cut in the middle, garbled, endless, of the wrong media type,
 * or down. It speaks HTTP/1.1 and keeps connections open between questions, as backends do. Safe for use from many threads.
 *
 * <pre>{@code
 * try (FaultyServer backend = FaultyServer.start()) {
 *     backend.answers(FaultyAnswer.status(503), FaultyAnswer.json("{}"));
 *     …
 *     assertEquals(2, backend.received().size());
 * }
 * }</pre>
 */
public final class FaultyServer implements AutoCloseable {
    private final String scheme;
    private final Listening listening;
    private final Map<String, Deque<FaultyAnswer>> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /**
     * A question as it came. Immutable.
     *
     * @param connection the number of the connection that it came on, from 1
     * @param headers by their names in small letters; of several of a name the last
     */
    public record Received(int connection, String method, String target, Map<String, String> headers, String body) {
        static Received of(Conversations.Question question) {
            return new Received(
                    question.connection(), question.method(), question.target(), question.headers(), question.body());
        }
    }

    private FaultyServer(ServerSocketFactory sockets, String scheme) {
        this.scheme = scheme;
        listening = new Listening(sockets, this::answer);
    }

    /** Starts one on a free port of the loopback address, which answers everything with an empty object of JSON. */
    public static FaultyServer start() {
        return new FaultyServer(ServerSocketFactory.getDefault(), "http");
    }

    /** Starts one with TLS, by the sockets of a context that has a certificate. */
    public static FaultyServer startTls(ServerSocketFactory sockets) {
        return new FaultyServer(sockets, "https");
    }

    /** Its address, such as {@code http://127.0.0.1:40213}; the same while it is down. */
    public URI address() {
        return URI.create(scheme + "://127.0.0.1:" + listening.port());
    }

    /** Answers whatever is asked with these in their order, and from then on with the last. */
    public void answers(FaultyAnswer... inOrder) {
        answersAt("", inOrder);
    }

    /** Answers questions for a path, without its query, with these in their order, and from then on with the last. */
    public void answersAt(String path, FaultyAnswer... inOrder) {
        if (inOrder.length == 0) {
            throw new IllegalArgumentException("at least one answer");
        }
        answers.put(path, new ArrayDeque<>(Arrays.asList(inOrder)));
    }

    /** What was asked so far, in the order in which it came. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** How many connections there were so far since it last came up. */
    public int connections() {
        return listening.connections();
    }

    /** Refuses connections from now on, and ends those that are open. */
    public void down() {
        listening.down();
    }

    /** Listens again, at the same address. */
    public void up() {
        listening.up();
    }

    private Conversations.Reply answer(Conversations.Question question) {
        received.add(Received.of(question));
        return new FaultyReply(next(question.target().split("\\?", 2)[0]));
    }

    private FaultyAnswer next(String path) {
        Deque<FaultyAnswer> queue = answers.getOrDefault(path, answers.get(""));
        if (queue == null) {
            return FaultyAnswer.json("{}");
        }
        synchronized (queue) {
            return queue.size() > 1 ? queue.removeFirst() : queue.getFirst();
        }
    }

    @Override
    public void close() {
        down();
    }
}
