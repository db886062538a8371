package io.switchboard.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.switchboard.it.remote.Remote;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A partner's connector asks a system with a primary and a backup, by the hub's client. */
@ExtendWith(SharedHub.class)
class BackendsIT {
    private static final String WORD = "/api/remote/v1/word";

    private final HubProcess hub;

    BackendsIT(HubProcess hub) {
        this.hub = hub;
    }

    @Test
    void callsGoToTheBackupWithinOneCallAndReturnByThemselves() throws Exception {
        HttpServer primary = saying("primary", 0);
        HttpServer backup = saying("backup", 0);
        Path settings = Files.writeString(
                hub.home().resolve("etc/io.switchboard.it.remote.cfg"),
                "endpoints = " + address(primary) + ", " + address(backup) + "\n"
                        + "breaker.failures = 1\nbreaker.rest.millis = 50\n.token = s3cret-token\n");
        Path jar = ConnectorJar.drop(hub, "remote.jar", Remote.class);
        try {
            Await.until("it answers", () -> hub.admin().get(WORD).status() == 200);
            assertEquals("primary", word());
            assertTrue(check().contains("\"sound\":true"), this::check);

            primary.stop(0);
            assertEquals("backup", word());
            Answer standing = hub.admin().get("/api/backends");
            assertTrue(
                    standing.body().contains("\"state\":\"DOWN\",\"why\":\"it refused the connection\""),
                    standing::toString);
            Answer health = hub.admin().get("/health/ready");
            assertTrue(health.body().contains("questions go to " + address(backup)), health::toString);
            assertTrue(check().contains(address(primary) + " does not answer"), this::check);
            String metrics = hub.admin().get("/metrics").body();
            assertTrue(metrics.contains("endpoint=\"" + address(primary) + "\",state=\"down\"} 1"), metrics);
            String retried =
                    "switchboard_backend_retries_total{backend=\"remote\",endpoint=\"" + address(backup) + "\"} 1\n";
            assertTrue(metrics.contains(retried), metrics);
            assertTrue(metrics.contains("switchboard_calls_total"), metrics);

            primary = saying("primary", primary.getAddress().getPort());
            Await.until("calls return to the primary", () -> word().equals("primary"));
            replaceTheClient();

            hub.chatbot().get("/api/backends/check").problem(403, 4016);
            Caller.nobody(hub.address()).get("/api/backends").problem(401, 4011);
            assertTrue(!hub.log().contains("s3cret-token"), "the log has the credential");
        } finally {
            Files.delete(jar);
            Files.delete(settings);
            primary.stop(0);
            backup.stop(0);
        }
        Await.until(
                "nothing is held of it",
                () -> hub.admin().get("/api/backends").body().equals("{\"backends\":[]}"));
    }

    /** Whoever asks by it starts anew with the next one; callers get answers, or are told to come again. */
    private void replaceTheClient() throws Exception {
        Set<Integer> statuses = new TreeSet<>();
        Path jar = Drop.own(hub, "client.jar", "io.switchboard.backends", "1.77.0");
        Await.until("the next client runs", () -> {
            statuses.add(hub.admin().get(WORD).status());
            return Drop.status(hub, "client.jar").contains("state: running");
        });
        Await.until("it answers", () -> hub.admin().get(WORD).status() == 200);
        Files.delete(jar);
        Await.until("the hub's own is back", () -> {
            statuses.add(hub.admin().get(WORD).status());
            return Drop.status(hub, "client.jar").isEmpty();
        });
        Await.until("it answers again", () -> hub.admin().get(WORD).status() == 200);
        assertEquals("primary", word());
        assertTrue(Set.of(200, 503).containsAll(statuses), statuses::toString);
    }

    private String word() {
        return hub.admin().get(WORD).ok().path("word").asText();
    }

    private String check() {
        Answer answer = hub.admin().get("/api/backends/check");
        assertEquals(200, answer.status(), answer::toString);
        return answer.body();
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static HttpServer saying(String word, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = word.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}
