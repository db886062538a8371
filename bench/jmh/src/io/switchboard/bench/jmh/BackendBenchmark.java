package io.switchboard.bench.jmh;

import com.sun.net.httpserver.HttpServer;
import io.switchboard.backends.internal.client.OpenBackends;
import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.connector.http.HttpQuestion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A question to a system on this machine that answers at once: by the hub's client, and by the Java platform's alone; {@code -bm sample} gives medians. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BackendBenchmark {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final byte[] ANSWER = ("{\"issues\":["
                    + "{\"id\":1,\"subject\":\"A parcel did not come\"},".repeat(20) + "{}]}")
            .getBytes(StandardCharsets.UTF_8);

    private final HttpQuestion question =
            HttpQuestion.get("/issues/{id}.json", 1).expect("application/json").build();
    private final OpenBackends open = new OpenBackends();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient bare =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private @Nullable HttpServer server;
    private @Nullable HttpBackend backend;
    private HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://localhost")).build();

    /** Starts the system. */
    @Setup
    public void start() throws IOException {
        // Else a body waits 40 ms for the head's acknowledgement, beside which nothing could be seen.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.setExecutor(threads);
        started.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
        });
        started.start();
        server = started;
        String address = "http://127.0.0.1:" + started.getAddress().getPort();
        backend =
                open.open(HttpBackendSettings.builder("bench").endpoint(address).build());
        request = HttpRequest.newBuilder(URI.create(address + "/issues/1.json"))
                .header("Accept", "application/json")
                .timeout(LONGEST)
                .build();
    }

    /** Ends it. */
    @TearDown
    public void stop() {
        open.close();
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    /** With everything that the hub sees to. */
    @Benchmark
    public @Nullable HttpAnswer hub() {
        return backend == null ? null : backend.send(question, LONGEST);
    }

    /** What it cannot do without. */
    @Benchmark
    public HttpResponse<byte[]> platform() throws IOException, InterruptedException {
        return bare.send(request, BodyHandlers.ofByteArray());
    }
}
