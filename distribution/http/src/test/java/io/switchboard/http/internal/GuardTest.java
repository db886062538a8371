package io.switchboard.http.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    private static final String AGENT = "https://agent.example.com";
    private static final Map<String, Object> DEFAULTS = Map.of();

    private static Map<String, Object> settings(Object... pairs) {
        Map<String, Object> settings = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put((String) pairs[i], pairs[i + 1]);
        }
        return settings;
    }

    private static void assertGuarded(Wire.Answer answer) {
        assertEquals("nosniff", answer.header("X-Content-Type-Options"), answer::toString);
        assertEquals("default-src 'none'; frame-ancestors 'none'", answer.header("Content-Security-Policy"));
        assertEquals("no-referrer", answer.header("Referrer-Policy"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals("", answer.header("Server"));
        assertEquals("", answer.header("Strict-Transport-Security"), "not in the clear");
        assertEquals("", answer.header("Access-Control-Allow-Origin"));
    }

    @Test
    void everyAnswerTellsBrowsersWhatItIs() throws Exception {
        try (GuardedServer server = new GuardedServer(DEFAULTS)) {
            assertGuarded(server.ask("GET /x").says("GET /x"));
            assertGuarded(server.ask("GET /x", "Host: evil.example").refuses(421, 4000));
            assertGuarded(server.ask("GET /x", "no colon").refuses(400, 4000));
            assertGuarded(server.ask("GET /x", "A: " + "x".repeat(20_000)).refuses(431, 4013));
            assertGuarded(server.ask("GET /" + "x".repeat(20_000)).refuses(414, 4013));
            assertGuarded(server.ask("GET /x", "A: 1\r\n".repeat(101).strip()).refuses(431, 4013));
            assertGuarded(server.ask("GET /x", "Content-Length: 1", "Content-Length: 2")
                    .refuses(400, 4000));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:80",
                "localhost:1",
                "LocalHost",
                "[::1]:8080",
                "127.9.9.9",
                "HUB.example.com:99"
            })
    void answersToItsOwnNames(String host) throws Exception {
        try (GuardedServer server = new GuardedServer(settings("hosts", new String[] {"hub.example.com"}))) {
            server.ask("GET /x", "Host: " + host).says("GET /x");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "10.1.2.3",
                "2130706433",
                "127.1",
                "x@127.0.0.1",
                "[::ffff:a00:1]",
                ""
            })
    void answersToNoOther(String host) throws Exception {
        try (GuardedServer server = new GuardedServer(settings("hosts", new String[] {"hub.example.com"}))) {
            Wire.Answer answer = server.ask("GET /x", "Host: " + host);
            assertTrue(answer.status() == 421 || answer.status() == 400, answer::toString);
            assertFalse(answer.body().contains("evil"), answer::body);
            assertTrue(
                    server.ask("GET http://" + host + "/x", "Host: 127.0.0.1").status() >= 400, "as a proxy is asked");
        }
    }

    @Test
    void pagesOfOthersChangeNothing() throws Exception {
        try (GuardedServer server = new GuardedServer(DEFAULTS)) {
            for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1")) {
                String header = "Origin: " + origin;
                assertGuarded(server.ask("POST /x", header, "Content-Length: 0").refuses(403, 4003));
                assertGuarded(server.ask("DELETE /x", header).refuses(403, 4003));
                server.ask("GET /ws", header, "Connection: Upgrade", "Upgrade: websocket")
                        .refuses(403, 4003);
                assertGuarded(server.ask("GET /x", header).says("GET /x"));
                assertGuarded(server.ask("OPTIONS /x", header, "Access-Control-Request-Method: POST")
                        .says("OPTIONS /x"));
            }
            server.ask("POST /x", "Origin: http://127.0.0.1:" + server.port(), "Content-Length: 0")
                    .says("POST /x");
        }
    }

    @Test
    void pagesThatAreConfiguredCall() throws Exception {
        try (GuardedServer server = new GuardedServer(settings("origins", new String[] {AGENT}))) {
            Wire.Answer question = server.ask("OPTIONS /x", "Origin: " + AGENT, "Access-Control-Request-Method: POST");
            assertEquals(204, question.status());
            assertEquals(AGENT, question.header("Access-Control-Allow-Origin"));
            assertTrue(question.header("Access-Control-Allow-Headers").contains("Idempotency-Key"));
            assertTrue(question.header("Access-Control-Allow-Methods").contains("POST"));
            assertEquals("Origin", question.header("Vary"));
            Wire.Answer answer = server.ask("POST /x", "Origin: " + AGENT, "Content-Length: 0")
                    .says("POST /x");
            assertEquals(AGENT, answer.header("Access-Control-Allow-Origin"));
            assertTrue(answer.header("Access-Control-Expose-Headers").contains("Switchboard-Call"));
            assertEquals("", answer.header("Access-Control-Allow-Credentials"));
            assertEquals("Origin", server.ask("GET /x").header("Vary"), "a cache keeps answers apart");
            server.ask("POST /x", "Origin: " + AGENT + ".evil.example", "Content-Length: 0")
                    .refuses(403, 4003);
        }
    }

    @Test
    void anAddressIsAnsweredSoOften() throws Exception {
        try (GuardedServer server =
                new GuardedServer(settings("address.requests.per.second", "3", "address.exempt", "10.0.0.0/8"))) {
            for (int i = 0; i < 3; i++) {
                server.ask("GET /x").says("GET /x");
            }
            Wire.Answer refused = server.ask("GET /x", "Accept-Language: zh-CN").refuses(429, 4029);
            assertEquals("1", refused.header("Retry-After"));
            assertTrue(refused.body().contains("该网络地址的请求过于频繁"), refused::body);
            assertGuarded(refused);
            try (Wire other = server.from("127.0.0.2")) {
                other.ask("GET /x").says("from 127.0.0.2");
            }
            server.nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(334));
            server.ask("GET /x").says("GET /x");
            server.ask("GET /x").refuses(429, 4029);
        }
    }

    @Test
    void thisMachineIsNotCountedUnlessItSpeaksForOthers() throws Exception {
        try (GuardedServer server = new GuardedServer(settings("address.requests.per.second", "1"))) {
            for (int i = 0; i < 5; i++) {
                server.ask("GET /x").says("GET /x");
            }
            server.ask("GET /x", "X-Forwarded-For: 192.0.2.1").says("from 127.0.0.1 by http");
            server.ask("GET /x", "X-Forwarded-For: 192.0.2.2").refuses(429, 4029);
            server.ask("GET /x").says("GET /x");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'X-Forwarded-For: 192.0.2.7', 192.0.2.7 by http",
        "'X-Forwarded-For: 192.0.2.66, 192.0.2.7', 192.0.2.7 by http",
        "'X-Forwarded-For: 192.0.2.66, 192.0.2.7, 10.0.0.9', 192.0.2.7 by http",
        "'X-Forwarded-For: 192.0.2.66, what, 10.0.0.9', 10.0.0.9 by http",
        "'X-Forwarded-For: ', 127.0.0.1 by http",
        "'Forwarded: for=192.0.2.66, for=\"[2001:db8::7]:4711\";proto=https', '[2001:db8:0:0:0:0:0:7] by https'",
        "'Forwarded: for=192.0.2.7:99;proto=https', 192.0.2.7 by https",
        "'Forwarded: proto=https;For=192.0.2.7', 192.0.2.7 by https",
    })
    void proxiesOfOursAreBelieved(String header, String from) throws Exception {
        try (GuardedServer server = new GuardedServer(settings("proxies", "127.0.0.1, 10.0.0.0/8"))) {
            server.ask("GET /x", header).says("from " + from);
        }
        try (GuardedServer server = new GuardedServer(DEFAULTS)) {
            server.ask("GET /x", header).says("from 127.0.0.1 by http");
        }
    }

    @Test
    void anAddressHoldsSoManyConnections() throws Exception {
        try (GuardedServer server =
                new GuardedServer(settings("address.connections", "2", "address.exempt", "10.0.0.1"))) {
            List<Wire> kept = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Wire wire = server.from("127.0.0.1");
                wire.ask("GET /x").says("GET /x");
                kept.add(wire);
            }
            try (Wire tooMany = server.from("127.0.0.1")) {
                assertTrue(tooMany.isEnd());
            }
            try (Wire other = server.from("127.0.0.2")) {
                other.ask("GET /x").says("GET /x");
            }
            kept.remove(0).close();
            boolean served = false;
            for (long end = System.nanoTime() + 10_000_000_000L; !served && System.nanoTime() < end; ) {
                try (Wire wire = server.from("127.0.0.1")) {
                    wire.write("GET /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                    served = !wire.isEnd();
                }
            }
            assertTrue(served, "room again");
            kept.get(0).ask("GET /x").says("GET /x");
            kept.get(0).close();
        }
    }

    @Test
    void aBodyThatTricklesIsGivenUp() throws Exception {
        try (GuardedServer server = new GuardedServer(DEFAULTS);
                Wire wire = server.from("127.0.0.1")) {
            wire.write("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n");
            Thread drip = new Thread(() -> {
                try {
                    while (true) {
                        wire.write("x");
                        server.nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
                        TimeUnit.MILLISECONDS.sleep(50);
                    }
                } catch (Exception e) {
                    // Given up.
                }
            });
            drip.start();
            assertEquals(408, wire.answer().status());
            assertTrue(server.nanos.get() > TimeUnit.SECONDS.toNanos(10));
            drip.interrupt();
            drip.join();
        }
    }

    @Test
    void aSmallBodyMayTakeAMoment() throws Exception {
        try (GuardedServer server = new GuardedServer(DEFAULTS);
                Wire wire = server.from("127.0.0.1")) {
            wire.write("POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 12\r\n\r\nhello");
            // What the line takes for the rest.
            TimeUnit.MILLISECONDS.sleep(300);
            server.nanos.addAndGet(TimeUnit.SECONDS.toNanos(9));
            wire.write(" world!");
            assertEquals(200, wire.answer().status());
        }
    }

    @Test
    void aReaderWhoHoldsAnAnswerUpIsGivenUp() throws Exception {
        try (GuardedServer server = new GuardedServer(DEFAULTS);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            int first = socket.getInputStream().readNBytes(1000).length;
            server.awaitHeldUp();
            server.nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
            long read = first;
            try {
                read += socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (SocketException e) {
                // Cut off, as it should be.
            }
            assertTrue(read < GuardedServer.LONG, () -> "all was sent");
        }
    }

    @Test
    void aHeadThatTricklesIsGivenUpAndWhoWaitsBetweenRequestsIsNot() throws Exception {
        try (GuardedServer server = new GuardedServer(DEFAULTS);
                Wire patient = server.from("127.0.0.1");
                Wire slow = server.from("127.0.0.1")) {
            patient.ask("GET /x").says("GET /x");
            slow.write("GET /x HTTP/1.1\r\nHost: localhost\r\nA: ");
            Thread drip = new Thread(() -> {
                try {
                    while (true) {
                        slow.write("x");
                        server.nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
                        TimeUnit.MILLISECONDS.sleep(50);
                    }
                } catch (Exception e) {
                    // Given up.
                }
            });
            drip.start();
            assertTrue(slow.isEnd());
            drip.interrupt();
            drip.join();
            assertTrue(server.nanos.get() > TimeUnit.SECONDS.toNanos(10));
            patient.ask("GET /x").says("GET /x");
        }
    }

    @Test
    void aBodyThatNobodyReadsLeavesTheConnectionInOrder() throws Exception {
        try (GuardedServer server = new GuardedServer(DEFAULTS)) {
            for (String little : List.of(
                    "Content-Length: 5\r\n\r\nhello", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")) {
                try (Wire wire = server.from("127.0.0.1")) {
                    wire.write("POST /heedless HTTP/1.1\r\nHost: localhost\r\n" + little);
                    assertEquals("", wire.answer().says("POST /heedless").header("Connection"));
                    wire.ask("GET /y").says("GET /y");
                }
            }
            for (String much : List.of("Content-Length: 500000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n")) {
                try (Wire wire = server.from("127.0.0.1")) {
                    wire.write("POST /heedless HTTP/1.1\r\nHost: localhost\r\n" + much);
                    assertEquals("close", wire.answer().says("POST /heedless").header("Connection"));
                    assertTrue(wire.isEnd());
                }
            }
        }
    }

    @Test
    void withoutSettingsNobodyIsLetIn() throws Exception {
        try (GuardedServer server = new GuardedServer(Optional.empty())) {
            Wire.Answer refused = server.ask("GET /x").refuses(503, 5008);
            assertEquals("10", refused.header("Retry-After"));
        }
    }
}
