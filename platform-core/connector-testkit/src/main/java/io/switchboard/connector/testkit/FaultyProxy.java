package io.switchboard.connector.testkit;

import io.switchboard.connector.testkit.FaultyServer.Received;
import io.switchboard.connector.testkit.internal.Conversations;
import io.switchboard.connector.testkit.internal.Listening;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * Stands between a connector and a real system, and does to their conversation what networks and gateways do on bad days: cuts, delays,
 * garbles, or answers in the system's place. Without a fault it hands on what is said. It speaks HTTP/1.1, without TLS. Safe for use from
 * many threads.
 *
 * <pre>{@code
 * try (FaultyProxy wire = FaultyProxy.to(URI.create("http://127.0.0.1:3000"))) {
 *     wire.next("POST /issues.json", ProxyFault.after(FaultyAnswer.closed()));
 *     …
 *     assertEquals(1, wire.asked("POST /issues.json"));
 * }
 * }</pre>
 */
public final class FaultyProxy implements AutoCloseable {
    private final URI system;
    private final Listening listening;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private record Rule(String part, ProxyFault fault, boolean once) {}

    private FaultyProxy(URI system) {
        this.system = system;
        listening = new Listening(ServerSocketFactory.getDefault(), this::carry);
    }

    /** Starts one on a free port of the loopback address. */
    public static FaultyProxy to(URI system) {
        return new FaultyProxy(system);
    }

    /** Its address, such as {@code http://127.0.0.1:40213}; the same while it is down. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + listening.port());
    }

    /**
     * Does this to one question: the next in which a text stands. Said several times, it goes by their order, and before what is said by
     * {@link #always}.
     *
     * @param part of the question's method and target with a blank between them, or of its body; empty: of any
     */
    public void next(String part, ProxyFault fault) {
        synchronized (rules) {
            rules.add(new Rule(part, fault, true));
        }
    }

    /** Does this to all questions from now on in which a text stands; of several the first that fits. */
    public void always(String part, ProxyFault fault) {
        synchronized (rules) {
            rules.add(new Rule(part, fault, false));
        }
    }

    /** Hands everything on as it is, from now on. */
    public void sound() {
        synchronized (rules) {
            rules.clear();
        }
    }

    /** Whether each question that {@link #next} waits for has come. */
    public boolean isDone() {
        synchronized (rules) {
            return rules.stream().noneMatch(Rule::once);
        }
    }

    /** What was asked so far, in the order in which it came, whether or not it went on to the system. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** How many of these questions have a text in them. */
    public long asked(String part) {
        return received.stream()
                .filter(each -> stands(part, each.method(), each.target(), each.body()))
                .count();
    }

    /** Refuses connections from now on, and ends those that are open. */
    public void down() {
        listening.down();
    }

    /** Takes connections again, at the same address. */
    public void up() {
        listening.up();
    }

    private Conversations.Reply carry(Conversations.Question question) {
        received.add(Received.of(question));
        return new FaultyReply(on(fault(question), question));
    }

    private FaultyAnswer on(ProxyFault fault, Conversations.Question question) {
        try {
            return fault.on(system, question);
        } catch (IOException e) {
            // The system has gone: so does the connection, which is as much as can be done at this point.
            return FaultyAnswer.closed();
        }
    }

    private ProxyFault fault(Conversations.Question question) {
        synchronized (rules) {
            Optional<Rule> found = find(question, true).or(() -> find(question, false));
            found.filter(Rule::once).ifPresent(rules::remove);
            return found.map(Rule::fault).orElse(ProxyFault.none());
        }
    }

    private Optional<Rule> find(Conversations.Question question, boolean once) {
        return rules.stream()
                .filter(each -> each.once() == once
                        && stands(each.part(), question.method(), question.target(), question.body()))
                .findFirst();
    }

    private static boolean stands(String part, String method, String target, String body) {
        return (method + " " + target).contains(part) || body.contains(part);
    }

    @Override
    public void close() {
        down();
    }
}
