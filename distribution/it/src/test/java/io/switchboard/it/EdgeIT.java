package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every request has to pass, whichever servlet it is for. */
@ExtendWith(SharedHub.class)
class EdgeIT {
    private static final List<String> PATHS = List.of(
            "/api/crm/v1/customers/C-1001",
            "/api/errors",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/oauth2/jwks",
            "/oauth2/token",
            "/.well-known/oauth-authorization-server",
            "/nowhere",
            "/");

    private final HubProcess hub;

    EdgeIT(HubProcess hub) {
        this.hub = hub;
    }

    private Answer raw(String request) throws Exception {
        RawHttp raw = new RawHttp(hub.address());
        raw.write(request);
        return raw.answer();
    }

    @Test
    void everyPathSaysToBrowsersThatItIsData() {
        for (String path : PATHS) {
            Answer answer = Caller.nobody(hub.address()).get(path);
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), path);
            assertEquals("default-src 'none'; frame-ancestors 'none'", answer.header("Content-Security-Policy"), path);
            assertEquals("no-referrer", answer.header("Referrer-Policy"), path);
            assertTrue(!answer.header("Cache-Control").isEmpty(), path);
            assertEquals("", answer.header("Server"), path);
        }
    }

    @Test
    void noPathAnswersToANameThatIsNotTheHubs() throws Exception {
        for (String path : PATHS) {
            raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n\r\n").problem(421, 4000);
        }
    }

    @Test
    void noPageOfOthersChangesAnything() throws Exception {
        for (String path : PATHS) {
            raw("POST " + path
                            + " HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\nContent-Length: 0\r\n\r\n")
                    .problem(403, 4003);
        }
    }

    @Test
    void theConnectionIsSaidToCloseWhereABodyIsNotRead() throws Exception {
        for (String path : List.of(
                "/api/crm/v1/customers/C-1001",
                "/api/errors",
                "/api/nowhere",
                "/oauth2/jwks",
                "/oauth2/token",
                "/.well-known/oauth-authorization-server",
                "/health/live",
                "/metrics",
                "/nowhere",
                "/")) {
            Answer answer = raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n");
            assertTrue(answer.status() >= 400, path);
            assertEquals("close", answer.header("Connection"), path + " " + answer.status());
        }
    }

    @Test
    void whatIsTooLargeIsTold() throws Exception {
        raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .problem(414, 4013);
        raw("GET / HTTP/1.1\r\nHost: localhost\r\nA: " + "x".repeat(20_000) + "\r\n\r\n")
                .problem(431, 4013);
        raw("GET / HTTP/1.1\r\nHost: localhost\r\n" + "A: 1\r\n".repeat(101) + "\r\n")
                .problem(431, 4013);
        raw("GET /api/crm/v1/customers/C-1001 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + "x".repeat(15_000) + "\r\n\r\n")
                .problem(401, 4011);
    }
}
