package io.switchboard.it;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An OpenTelemetry collector that keeps what it gets, and that a hub is told of while it runs. */
final class SpanCollector implements AutoCloseable {
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
    private final Path file;
    private final String before;
    private final HttpServer server;

    SpanCollector(HubProcess hub) throws IOException {
        file = hub.home().resolve("etc/io.switchboard.otlp.cfg");
        before = Files.readString(file);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        configure("endpoint = http://127.0.0.1:" + server.getAddress().getPort() + "\ninterval.millis = 20\n");
    }

    /** The requests so far, each a JSON text. */
    Queue<String> bodies() {
        return bodies;
    }

    private void configure(String content) throws IOException {
        Path half = file.resolveSibling("otlp.edited");
        Files.writeString(half, content);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Has the hub forget it. */
    @Override
    public void close() throws IOException {
        configure(before);
        server.stop(0);
    }
}
