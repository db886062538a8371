package io.switchboard.http.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PauseTest {
    private GuardedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new GuardedServer(Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Wire.Answer ask(String path, String... headers) throws IOException {
        return server.ask("GET " + path, headers);
    }

    @Test
    void whileTheHubPausesEverybodyIsToldWhenToComeAgain() throws IOException {
        assertEquals(200, ask("/api/x").status());
        server.pause.set(Optional.of(Instant.ofEpochMilli(2_100)));
        for (String path : new String[] {"/api/x", "/oauth2/token", "/mcp", "/ws", "/docs", "/health/ready", "/"}) {
            Wire.Answer answer = ask(path, "Accept-Language: zh-CN");
            assertEquals(503, answer.status(), path);
            assertEquals("3", answer.header("Retry-After"), path);
            assertEquals("application/problem+json", answer.header("Content-Type"), path);
            assertTrue(answer.body().contains("\"code\":5002") && answer.body().contains("原样重发"), answer.body());
        }
        assertTrue(ask("/api/x").body().contains("Nothing was done."));
        assertEquals(200, ask("/health/live").status());
        server.pause.set(Optional.empty());
        assertEquals(200, ask("/api/x").status());
    }

    @Test
    void whoIsLateAlreadyIsToldAnotherSecond() throws IOException {
        server.pause.set(Optional.of(Instant.EPOCH.minusSeconds(5)));
        assertEquals("1", ask("/api/x").header("Retry-After"));
    }

    @Test
    void whoIsNotLetInAnywayHearsThat() throws IOException {
        server.pause.set(Optional.of(Instant.EPOCH));
        try (Wire wire = server.from("127.0.0.1")) {
            assertEquals(421, wire.ask("GET /api/x", "Host: evil.example").status());
        }
    }
}
