package io.switchboard.rest.internal.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a connection after an answer, as a client sees it that writes bytes. */
class KeptConnectionTest {
    private JettyHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = new JettyHub(false);
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST /api/shop/v1/plain.do, text/plain, 415",
        "POST /api/shop/v1/none, application/json, 404",
        "PUT /api/shop/v1/customers/1, application/json, 405",
    })
    void keepsTheConnectionThoughTheBodyComesAfterItWasRefused(String line, String type, int status) throws Exception {
        String head = line + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\nContent-Length: 2\r\n\r\n";
        try (Socket socket = hub.raw(head)) {
            RawAnswers answers = new RawAnswers(socket);
            // As clients do that write head and body one after the other. A server that does not wait has answered now.
            socket.setSoTimeout(300);
            boolean early = answers.isSomethingThere();
            socket.setSoTimeout(5_000);
            answers.write("{}");
            RawAnswers.Answer refused = answers.next();
            assertEquals(status, refused.status());
            assertFalse(early, "answered before the body was there");
            assertFalse(refused.closes());
            answers.write("GET /api/shop/v1/customers/1 HTTP/1.1\r\nHost: x\r\n\r\n");
            assertEquals(200, answers.next().status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 70000", "Content-Length: 2\r\nExpect: 100-continue"})
    void saysThatItClosesWhereItDoesNotWaitForTheBody(String header) throws Exception {
        String head = "POST /api/shop/v1/none HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n";
        try (Socket socket = hub.raw(head)) {
            RawAnswers answers = new RawAnswers(socket);
            RawAnswers.Answer refused = answers.next();
            assertEquals(404, refused.status());
            assertTrue(refused.closes());
            assertTrue(answers.isEnd());
        }
    }

    @Test
    void keepsTheConnectionOverManyCalls() throws Exception {
        String call = "GET /api/shop/v1/customers/1 HTTP/1.1\r\nHost: x\r\n\r\n";
        try (Socket socket = hub.raw(call + call)) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (int i = 0; i < 2; i++) {
                String line = reader.readLine();
                while (line != null && !line.startsWith("HTTP/1.1 200") && !line.endsWith("HTTP/1.1 200 OK")) {
                    line = reader.readLine();
                }
                assertNotNull(line);
            }
        }
    }
}
