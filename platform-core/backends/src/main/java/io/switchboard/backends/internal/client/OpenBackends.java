package io.switchboard.backends.internal.client;

import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.connector.http.HttpBackends;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.LongSupplier;

/** The backends that are open. Safe for use from many threads. */
public final class OpenBackends implements HttpBackends, AutoCloseable {
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Set<ClientBackend> open = ConcurrentHashMap.newKeySet();
    /** By name: what is counted goes on while one takes the other's place. */
    private final Map<String, BackendCounts> counts = new HashMap<>();

    private final ScheduledThreadPoolExecutor looking = Threads.looking();

    /** With the machine's clock. */
    public OpenBackends() {
        this(InstantSource.system(), System::nanoTime);
    }

    /** With clocks of its own, of which the second counts nanoseconds from anywhere. */
    public OpenBackends(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    @Override
    public HttpBackend open(HttpBackendSettings settings) {
        synchronized (counts) {
            ClientBackend backend = new ClientBackend(
                    settings,
                    clock,
                    nanos,
                    looking,
                    counts.computeIfAbsent(settings.name(), name -> new BackendCounts()),
                    this::closed);
            open.add(backend);
            return backend;
        }
    }

    private void closed(ClientBackend backend) {
        synchronized (counts) {
            open.remove(backend);
            if (open.stream().noneMatch(other -> other.name().equals(backend.name()))) {
                counts.remove(backend.name());
            }
        }
    }

    /** Those that are open now, by name. */
    public List<ClientBackend> current() {
        return open.stream().sorted(Comparator.comparing(ClientBackend::name)).toList();
    }

    @Override
    public void close() {
        open.forEach(ClientBackend::close);
        looking.shutdownNow();
    }
}
