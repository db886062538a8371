package io.switchboard.security.internal.issuer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches what a provider publishes, with bounds on time and size, and never from where the provider would send us on to. */
final class ProviderPages {
    private static final int MOST_BYTES = 256 << 10;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient http;
    private final Duration patience;

    /** With the longest time that one page may take. */
    ProviderPages(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /** A page; empty where there is none (404). */
    Optional<byte[]> fetch(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json, application/jwk-set+json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request, info -> new BoundedBody(MOST_BYTES));
        try {
            // The timeout of a request would end with its headers, and a body could drip for ever.
            HttpResponse<byte[]> answer = exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return switch (answer.statusCode()) {
                case OK -> Optional.of(answer.body());
                case NOT_FOUND -> Optional.empty();
                default -> throw new IOException(address + " answered " + answer.statusCode());
            };
        } catch (TimeoutException e) {
            throw new IOException(address + " did not answer within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(address + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            exchange.cancel(true);
        }
    }
}
