package io.switchboard.it;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between the hub and a real Tryton, and ends the hub at one question: before it goes on, or when its answer is there. */
final class DeadlyWire implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient far = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String address;
    private final HttpServer server;
    private Optional<Trap> trap = Optional.empty();

    /** Where the hub is to end, and how. */
    private record Trap(Point point, Runnable end) {}

    /**
     * A question of the hub's to Tryton.
     *
     * @param method of Tryton's
     * @param containing what it says
     * @param answered whether Tryton does it first
     */
    record Point(String method, String containing, boolean answered) {
        @Override
        public String toString() {
            return (answered ? "after " : "before ") + method;
        }
    }

    DeadlyWire(String address) throws IOException {
        this.address = address;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Ends the hub at the next question of that kind; no further. */
    synchronized void arm(Point point, Runnable end) {
        trap = Optional.of(new Trap(point, end));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<Trap> sprung = body.length == 0 ? Optional.empty() : spring(body);
            if (sprung.filter(each -> !each.point.answered).isPresent()) {
                sprung.get().end.run();
                return;
            }
            HttpResponse<byte[]> answer = far.send(question(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
            if (sprung.isPresent()) {
                sprung.get().end.run();
                return;
            }
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<Trap> spring(byte[] body) throws IOException {
        String method = JSON.readTree(body).path("method").asText();
        String text = new String(body, StandardCharsets.UTF_8);
        Optional<Trap> sprung =
                trap.filter(set -> set.point.method.equals(method) && text.contains(set.point.containing));
        if (sprung.isPresent()) {
            trap = Optional.empty();
        }
        return sprung;
    }

    private HttpRequest question(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder question = HttpRequest.newBuilder(URI.create(address + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String header : new String[] {"Authorization", "Content-Type"}) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                question.header(header, value);
            }
        }
        return question.build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
