package io.switchboard.core.internal.otlp;

import com.google.protobuf.util.JsonFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A collector over real HTTP that reads requests with the message classes of OpenTelemetry, strictly. */
final class FakeCollector implements AutoCloseable {
    /** OTLP has ids in hexadecimal, where the JSON of protocol buffers has Base64: the one thing that is put right before they are read. */
    private static final Pattern IDS = Pattern.compile("\"(traceId|spanId|parentSpanId)\":\"([0-9a-f]*)\"");

    final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    final List<String> faults = new CopyOnWriteArrayList<>();
    /** What the next requests are answered with; 200 when there is nothing more. */
    final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
    /** Whoever holds it makes the collector hang. */
    final ReentrantLock hanging = new ReentrantLock();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    FakeCollector(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    FakeCollector() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    List<Span> spans() {
        return requests.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        hanging.lock();
        try {
            Integer status = statuses.poll();
            if (status == null) {
                take(exchange, body);
                status = 200;
            }
            exchange.sendResponseHeaders(status, -1);
        } finally {
            hanging.unlock();
            exchange.close();
        }
    }

    private void take(HttpExchange exchange, String body) {
        try {
            if (!exchange.getRequestMethod().equals("POST")
                    || !exchange.getRequestURI().getPath().equals("/v1/traces")
                    || !"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
                faults.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            }
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
            // Refuses members that the schema does not have.
            JsonFormat.parser().merge(withBase64(body), request);
            requests.add(request.build());
        } catch (IOException | RuntimeException e) {
            faults.add(e + " for " + body);
        }
    }

    private static String withBase64(String body) {
        Matcher ids = IDS.matcher(body);
        return ids.replaceAll(id -> "\"" + id.group(1) + "\":\""
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(id.group(2))) + "\"");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
