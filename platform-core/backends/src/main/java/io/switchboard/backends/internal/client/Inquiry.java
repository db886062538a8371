package io.switchboard.backends.internal.client;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.connector.http.HttpQuestion;
import io.switchboard.core.backend.BackendTrail;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question on its way: until when, on whose behalf, and as what it is sent. For one thread. */
final class Inquiry {
    private static final BackendTrail NOBODY = endpoint -> {};
    private static final String USER_AGENT = "Switchboard";

    private final HttpQuestion question;
    private final long end;
    private final BackendTrail trail;
    private final String[] headers;
    private final BodyPublisher body;

    private Inquiry(HttpQuestion question, Duration atMost, BackendTrail trail, List<String> headers) {
        this.question = question;
        this.end = System.nanoTime() + atMost.toNanos();
        this.trail = trail;
        this.headers = headers.toArray(String[]::new);
        this.body = question.body().map(Inquiry::publisher).orElseGet(BodyPublishers::noBody);
    }

    static Inquiry of(HttpQuestion question, CallContext call, HttpBackendSettings settings) {
        List<String> headers = headers(question, settings);
        add(headers, "traceparent", call.trace().traceparent());
        if (!settings.correlationHeader().isEmpty() && !question.headers().containsKey(settings.correlationHeader())) {
            add(headers, settings.correlationHeader(), call.correlationId());
        }
        return new Inquiry(question, call.remaining(), call instanceof BackendTrail trail ? trail : NOBODY, headers);
    }

    static Inquiry of(HttpQuestion question, Duration atMost, HttpBackendSettings settings) {
        return new Inquiry(question, atMost, NOBODY, headers(question, settings));
    }

    private static List<String> headers(HttpQuestion question, HttpBackendSettings settings) {
        List<String> headers = new ArrayList<>();
        question.headers().forEach((name, value) -> add(headers, name, value.reveal()));
        if (question.headers().keySet().stream().noneMatch("User-Agent"::equalsIgnoreCase)) {
            add(headers, "User-Agent", USER_AGENT);
        }
        settings.credentials()
                .filter(who -> question.headers().keySet().stream().noneMatch(who.header()::equalsIgnoreCase))
                .ifPresent(who -> add(headers, who.header(), who.value().reveal()));
        return headers;
    }

    private static void add(List<String> headers, String name, String value) {
        headers.add(name);
        headers.add(value);
    }

    private static BodyPublisher publisher(ByteBuffer body) {
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        return BodyPublishers.ofByteArray(bytes);
    }

    HttpQuestion question() {
        return question;
    }

    /** How long there is left, in nanoseconds; zero or less: nothing. */
    long left() {
        return end - System.nanoTime();
    }

    /** What is sent to an endpoint, or where that redirects to. */
    HttpRequest to(Endpoint endpoint, @Nullable URI redirected) {
        trail.asked(endpoint.address().toString());
        URI target = redirected == null ? URI.create(endpoint.address() + question.target()) : redirected;
        return HttpRequest.newBuilder(target)
                .method(question.method(), body)
                .headers(headers)
                .build();
    }
}
