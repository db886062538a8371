package io.switchboard.backends.internal.client;

import io.switchboard.backends.internal.client.AttemptFailure.Kind;
import io.switchboard.connector.http.HttpBackendSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections of one backend, by the Java platform's client. Safe for use from many threads. */
final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int MOST_HEADERS = 64 * 1024;

    private final ThreadPoolExecutor threads;
    private final HttpClient client;
    private final Map<BoundedBody, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();

    Connection(HttpBackendSettings settings) {
        threads = Threads.ofBackend(settings.name(), settings.policy().permits());
        HttpClient.Builder builder = HttpClient.newBuilder()
                // The offer to change to HTTP/2 confuses servers that do not know it, and what it multiplies cannot be
                // cut singly.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                // None but the hosts that are configured, whatever the process was started with.
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(settings.policy().connect())
                .executor(threads);
        settings.trust().ifPresent(trust -> builder.sslContext(Trust.of(settings.name(), trust)));
        client = Threads.underOwnLoader(builder::build);
    }

    /**
     * Sends one request and takes the whole answer. The client's own time limit ends with the headers, so this one counts.
     *
     * @param nanos the longest
     */
    HttpResponse<byte[]> ask(HttpRequest request, int mostBytes, long nanos)
            throws AttemptFailure, InterruptedException {
        BoundedBody body = new BoundedBody(mostBytes);
        CompletableFuture<HttpResponse<byte[]>> future = sent(request, body);
        underWay.put(body, future);
        boolean whole = false;
        try {
            HttpResponse<byte[]> response = future.get(nanos, TimeUnit.NANOSECONDS);
            whole = true;
            return bounded(response);
        } catch (TimeoutException e) {
            throw AttemptFailure.of(Kind.SILENT, Words.SILENT, e);
        } catch (ExecutionException e) {
            throw Trouble.of(e.getCause() == null ? e : e.getCause());
        } catch (CancellationException e) {
            throw Trouble.of(e);
        } finally {
            underWay.remove(body);
            if (!whole) {
                // Both: the one ends it before the headers have come, the other afterwards.
                future.cancel(true);
                body.end(new IOException("given up"));
            }
        }
    }

    private CompletableFuture<HttpResponse<byte[]>> sent(HttpRequest request, BoundedBody body) throws AttemptFailure {
        try {
            return client.sendAsync(request, head -> body);
        } catch (RejectedExecutionException e) {
            throw AttemptFailure.of(Kind.GIVEN_UP, Words.CLOSED, e);
        }
    }

    private static HttpResponse<byte[]> bounded(HttpResponse<byte[]> response) throws AttemptFailure {
        long characters = 0;
        for (var header : response.headers().map().entrySet()) {
            for (String value : header.getValue()) {
                characters += header.getKey().length() + value.length();
            }
        }
        if (characters > MOST_HEADERS) {
            throw AttemptFailure.of(Kind.TOO_LONG, Words.TOO_LONG, null);
        }
        return response;
    }

    @Override
    public void close() {
        underWay.values().forEach(each -> each.cancel(true));
        try {
            // There since Java 21; before that the connections end when nobody knows the client any more.
            HttpClient.class.getMethod("shutdownNow").invoke(client);
        } catch (NoSuchMethodException e) {
            LOG.debug("this Java platform ends idle connections by itself");
        } catch (ReflectiveOperationException e) {
            LOG.warn("the connections of a backend were not closed", e);
        }
        threads.shutdown();
    }
}
