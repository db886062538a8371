package io.switchboard.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The token endpoints of a hub, and whatever else it is told to answer; every client's secret is {@code right:é%}. */
final class FakeHub implements AutoCloseable {
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String bearer = "";
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> revoked = Collections.synchronizedList(new ArrayList<>());

    FakeHub() throws IOException {
        server.createContext("/oauth2/token", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String name = form.contains("subject_token=") ? form.substring(form.lastIndexOf('=') + 1) + "-" : "";
            String token = "{\"access_token\":\"" + name + "token-" + tokens.incrementAndGet()
                    + "\",\"token_type\":\"Bearer\",\"expires_in\":900,\"scope\":\"crm.read\"}";
            answer(exchange, known(exchange) ? 200 : 401, known(exchange) ? token : "{\"error\":\"invalid_client\"}");
        });
        server.createContext("/oauth2/revoke", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            revoked.add(body.substring(body.indexOf("token=") + 6));
            answer(exchange, known(exchange) ? 200 : 401, "");
        });
        server.createContext(
                "/.well-known/oauth-authorization-server",
                exchange -> answer(
                        exchange, 200, "{\"revocation_endpoint\":\"https://elsewhere.example.com/oauth2/revoke\"}"));
        server.start();
    }

    /** Answers a path so from now on, and keeps what came: method, target, key, body. */
    void answers(String path, int status, String body) {
        server.createContext(path, exchange -> {
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            bearer = exchange.getRequestHeaders().getFirst("Authorization");
            String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + key + " " + sent);
            answer(exchange, status, body);
        });
    }

    /** What the last caller showed. */
    String bearer() {
        return bearer;
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> revoked() {
        return List.copyOf(revoked);
    }

    private static boolean known(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        String pair = new String(Base64.getDecoder().decode(header.substring("Basic ".length())), UTF_8);
        return pair.endsWith(":" + URLEncoder.encode("right:é%", UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
