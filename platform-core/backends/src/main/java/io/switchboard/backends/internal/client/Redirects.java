package io.switchboard.backends.internal.client;

import io.switchboard.backends.internal.client.AttemptFailure.Kind;
import io.switchboard.connector.http.HttpAnswer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks an endpoint, and where it redirects to as far as that is allowed: only what reads, and only within the configured endpoints. */
final class Redirects {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private final Connection connection;
    private final List<Endpoint> endpoints;
    private final int most;

    Redirects(Connection connection, List<Endpoint> endpoints, int most) {
        this.connection = connection;
        this.endpoints = endpoints;
        this.most = most;
    }

    HttpAnswer ask(Endpoint endpoint, Inquiry inquiry, int mostBytes, long nanos)
            throws AttemptFailure, InterruptedException {
        long end = System.nanoTime() + nanos;
        URI redirected = null;
        for (int followed = 0; ; followed++) {
            HttpRequest request = request(endpoint, inquiry, redirected);
            HttpResponse<byte[]> response = connection.ask(request, mostBytes, end - System.nanoTime());
            redirected = followed < most ? target(request, response, inquiry) : null;
            if (redirected == null) {
                return Answers.of(response, inquiry.question(), endpoint);
            }
        }
    }

    private static HttpRequest request(Endpoint endpoint, Inquiry inquiry, @Nullable URI redirected)
            throws AttemptFailure {
        try {
            return inquiry.to(endpoint, redirected);
        } catch (IllegalArgumentException e) {
            throw AttemptFailure.of(Kind.NO_HTTP, Words.NO_ADDRESS, e);
        }
    }

    /** Where it is to be asked instead; null where the answer is the answer. */
    private @Nullable URI target(HttpRequest request, HttpResponse<?> response, Inquiry inquiry) throws AttemptFailure {
        boolean follows = STATUSES.contains(response.statusCode())
                && (request.method().equals("GET") || request.method().equals("HEAD"))
                && !inquiry.question().accepts(response.statusCode());
        Optional<String> location = response.headers().firstValue("Location");
        if (!follows || location.isEmpty()) {
            return null;
        }
        try {
            URI target = request.uri().resolve(location.get());
            if (target.getHost() != null && endpoints.stream().anyMatch(each -> each.hosts(target))) {
                return target;
            }
        } catch (IllegalArgumentException e) {
            throw AttemptFailure.of(Kind.NO_HTTP, Words.NO_ADDRESS, e);
        }
        return null;
    }
}
