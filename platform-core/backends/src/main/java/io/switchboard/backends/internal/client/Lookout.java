package io.switchboard.backends.internal.client;

import io.switchboard.connector.http.HttpBackendSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether the endpoints of one backend that are down answer again, so that no call has to find out. Safe for use from many threads. */
final class Lookout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final int MOST_BYTES = 1 << 20;

    private final HttpBackendSettings settings;
    private final Connection connection;
    private final ScheduledExecutorService threads;
    private volatile boolean closed;

    Lookout(HttpBackendSettings settings, Connection connection, ScheduledExecutorService threads) {
        this.settings = settings;
        this.connection = connection;
        this.threads = threads;
    }

    /** Looks at an endpoint after its rest, and again until it answers. */
    void watch(Endpoint endpoint) {
        long rest = settings.policy().rest().toNanos();
        // Not all hubs at once.
        long pause = rest - ThreadLocalRandom.current().nextLong(rest / 4 + 1);
        try {
            ScheduledFuture<?> next = threads.schedule(() -> look(endpoint), pause, TimeUnit.NANOSECONDS);
            if (closed) {
                next.cancel(false);
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("nobody looks any more", e);
        }
    }

    private void look(Endpoint endpoint) {
        if (closed) {
            return;
        }
        if (wrong(endpoint).isEmpty()) {
            LOG.info("{}: {} answers again and is tried", settings.name(), endpoint.address());
            endpoint.breaker().answers();
        } else {
            watch(endpoint);
        }
    }

    /** Why an endpoint does not answer; empty where it does. Says nothing of credentials: none are sent. */
    Optional<Words> wrong(Endpoint endpoint) {
        try {
            if (settings.healthPath().isEmpty()) {
                connect(endpoint.address());
            } else {
                ask(endpoint);
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(Trouble.of(e).why());
        } catch (AttemptFailure e) {
            return Optional.of(e.why());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(Words.GIVEN_UP);
        }
    }

    private void ask(Endpoint endpoint) throws AttemptFailure, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.address() + settings.healthPath()))
                .header("User-Agent", "Switchboard")
                .build();
        Duration most = settings.policy().connect().multipliedBy(2);
        int status = connection.ask(request, MOST_BYTES, most.toNanos()).statusCode();
        if (status >= 500) {
            throw AttemptFailure.status(status, Optional.empty());
        }
    }

    private void connect(URI address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost().replaceAll("[\\[\\]]", ""), Endpoint.port(address)),
                    (int) settings.policy().connect().toMillis());
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
