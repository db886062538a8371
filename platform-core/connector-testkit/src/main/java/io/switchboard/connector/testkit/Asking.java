package io.switchboard.connector.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.testkit.internal.Arguments;
import io.switchboard.connector.testkit.internal.Capture;
import io.switchboard.connector.testkit.internal.HubParts;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallRequest;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.descriptor.OperationDescriptor;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A caller of a hub, with what it says of its calls. Immutable: each method gives another. */
public final class Asking {
    /** No operation may take longer, so that a test which waits for more waits for nothing. */
    private static final long LONGEST_MINUTES = 11;

    private static final AtomicLong TOKENS = new AtomicLong();

    private final FakeHub hub;
    private final HubParts parts;
    private final Someone someone;
    private final Optional<String> key;
    private final Optional<String> conversation;
    private final Optional<Duration> timeout;
    private final Locale locale;

    Asking(FakeHub hub, HubParts parts, Someone someone) {
        this(hub, parts, someone, Optional.empty(), Optional.empty(), Optional.empty(), Locale.ENGLISH);
    }

    private Asking(
            FakeHub hub,
            HubParts parts,
            Someone someone,
            Optional<String> key,
            Optional<String> conversation,
            Optional<Duration> timeout,
            Locale locale) {
        this.hub = hub;
        this.parts = parts;
        this.someone = someone;
        this.key = key;
        this.conversation = conversation;
        this.timeout = timeout;
        this.locale = locale;
    }

    /** The same with an idempotency key. */
    public Asking key(String idempotencyKey) {
        return new Asking(hub, parts, someone, Optional.of(idempotencyKey), conversation, timeout, locale);
    }

    /** The same in a conversation. */
    public Asking conversation(String id) {
        return new Asking(hub, parts, someone, key, Optional.of(id), timeout, locale);
    }

    /** The same with less time than the operation has. */
    public Asking timeout(Duration most) {
        return new Asking(hub, parts, someone, key, conversation, Optional.of(most), locale);
    }

    /** The same in a language. */
    public Asking locale(Locale language) {
        return new Asking(hub, parts, someone, key, conversation, timeout, language);
    }

    /** Calls an operation that takes nothing, or nothing but the customer of a bound token. */
    public Answer call(String operation) {
        return call(operation, "{}");
    }

    /**
     * Calls an operation and waits for the answer.
     *
     * @param operation {@code balance.get}, or {@code loyalty.v1.balance.get} where several connectors have one
     * @param json the arguments; text may stand in single quotes
     */
    public Answer call(String operation, String json) {
        return begin(operation, json).join();
    }

    /**
     * Calls an operation and waits for the answer.
     *
     * @param input the record that the method takes
     */
    public Answer call(String operation, Record input) {
        return call(operation, written(operation, input));
    }

    /** Calls an operation from a thread of its own; the answer is there at the deadline, whatever the method still does. */
    public CompletableFuture<Answer> begin(String operation, String json) {
        return begin(operation, json, () -> {});
    }

    /** The same, with the record that the method takes. */
    public CompletableFuture<Answer> begin(String operation, Record input) {
        return begin(operation, written(operation, input));
    }

    CompletableFuture<Answer> begin(String operation, String json, Runnable beforeResult) {
        OperationDescriptor called = hub.operation(operation);
        Capture capture = new Capture(beforeResult);
        CallRequest request = request(called, Arguments.parsed(json));
        Thread thread = new Thread(() -> parts.gate().call(request, capture), "call " + called.id());
        thread.setDaemon(true);
        thread.start();
        return capture.ended()
                .orTimeout(LONGEST_MINUTES, TimeUnit.MINUTES)
                .thenApply(ended -> new Answer(ended, parts.bound(called.name())));
    }

    private CallRequest request(OperationDescriptor called, ObjectNode arguments) {
        String token = "token-" + TOKENS.incrementAndGet();
        parts.introduce(someone.caller(token), someone.profile());
        Arrival arrival = new Arrival(
                "test", Optional.of(new Credentials("bearer", token)), Optional.empty(), locale, "127.0.0.1");
        return new CallRequest(arrival, called.name(), () -> arguments, key, conversation, timeout);
    }

    private String written(String operation, Record input) {
        return Arguments.written(parts.bound(hub.operation(operation).name()).orElseThrow(), input);
    }
}
