package io.switchboard.connector.testkit.http;

import static io.switchboard.connector.ErrorCode.BACKEND_FAILED;
import static io.switchboard.connector.ErrorCode.BACKEND_UNREACHABLE;
import static io.switchboard.connector.ErrorCode.OUTCOME_UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpQuestion;
import io.switchboard.connector.testkit.FaultyAnswer;
import io.switchboard.connector.testkit.FaultyProxy;
import io.switchboard.connector.testkit.ProxyFault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A proxy before the primary, which stands for a real system. */
class FaultyProxyTest extends Setup {
    private static final HttpQuestion SAVE =
            HttpQuestion.post("/members/{id}", "王").json("{\"name\":\"王秀兰\"}").build();

    private final FaultyProxy wire = FaultyProxy.to(primary.address());

    @AfterEach
    void close() {
        wire.close();
    }

    private HttpBackend through(Object... settings) {
        return open(wire.address().toString(), settings);
    }

    @Test
    void whatIsSaidIsHandedOn() {
        primary.answers(
                FaultyAnswer.of(201, "application/json", "{\"名\":\"王\"}").header("Location", "/members/7"));
        HttpBackend backend = through();
        for (int i = 0; i < 2; i++) {
            HttpAnswer answer = ask(backend, SAVE);
            assertEquals(201, answer.status());
            assertEquals("{\"名\":\"王\"}", answer.text());
            assertEquals("/members/7", answer.header("Location").orElseThrow());
        }
        assertEquals("{\"name\":\"王秀兰\"}", primary.received().get(0).body());
        assertEquals("/members/%E7%8E%8B", primary.received().get(0).target());
        assertEquals(2, wire.asked("王秀兰"));
        assertEquals(1, wire.received().get(1).connection(), "connections to the proxy are kept");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                // What it is, what a write is told, and whether the system has heard of it.
                arguments("not a word", ProxyFault.before(FaultyAnswer.closed()), OUTCOME_UNKNOWN, 0),
                arguments("half a question", ProxyFault.halfAsked(), OUTCOME_UNKNOWN, 0),
                arguments("the answer is lost", ProxyFault.after(FaultyAnswer.closed()), OUTCOME_UNKNOWN, 1),
                arguments("half an answer", ProxyFault.answer(FaultyAnswer::cut), OUTCOME_UNKNOWN, 1),
                arguments("late", ProxyFault.answer(answer -> answer.after(LONG)), OUTCOME_UNKNOWN, 1),
                arguments(
                        "dripping",
                        ProxyFault.answer(answer -> answer.dripping(Duration.ofMillis(100))),
                        OUTCOME_UNKNOWN,
                        1),
                arguments("a page", ProxyFault.before(FaultyAnswer.html()), BACKEND_FAILED, 0),
                arguments("a page afterwards", ProxyFault.after(FaultyAnswer.html()), BACKEND_FAILED, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void eachFaultIsOneOfItsKind(String name, ProxyFault fault, ErrorCode code, int heard) {
        primary.answers(FaultyAnswer.json("{\"points\": 1200}"));
        wire.next("POST /points", fault);
        HttpQuestion write = HttpQuestion.post("/points")
                .json("{}")
                .expect("application/json")
                .build();
        HttpBackend backend = through("timeout.millis", 500);
        assertEquals(code, failure(backend, write));
        assertTrue(wire.isDone());
        assertEquals(heard, primary.received().size());
        assertEquals("{\"points\": 1200}", ask(backend, write).text());
    }

    @Test
    void bytesAreExchangedAndTheLengthStays() {
        primary.answers(FaultyAnswer.json("{\"points\": 1200}"));
        wire.next("", ProxyFault.answer(FaultyAnswer::spoilt));
        String spoilt = new String(ask(through(), READ).bytes(), StandardCharsets.ISO_8859_1);
        assertEquals("{\"points\": 1200}".length(), spoilt.length());
        assertNotEquals('{', spoilt.charAt(0));
    }

    @Test
    void theBackupIsAskedWithinTheCallWhenTheWireIsDown() {
        primary.answers(FaultyAnswer.json("{\"points\": 7}"));
        try (FaultyProxy second = FaultyProxy.to(primary.address())) {
            HttpBackend backend = open(wire.address() + "," + second.address());
            wire.down();
            assertEquals(second.address(), ask(backend, WRITE).endpoint());
            wire.up();
            assertEquals(wire.address(), ask(backend, WRITE).endpoint());
        }
    }

    @Test
    void whatHoldsForAllHoldsUntilItIsTakenBack() {
        wire.always("points", ProxyFault.before(FaultyAnswer.status(500)));
        HttpBackend backend = through();
        assertEquals(BACKEND_FAILED, failure(backend, READ));
        assertEquals(BACKEND_FAILED, failure(backend, WRITE));
        assertEquals(200, ask(backend, SAVE).status());
        wire.sound();
        assertEquals(200, ask(backend, READ).status());
    }

    @Test
    void aSystemThatHasGoneTakesItsConnectionsWithIt() {
        primary.down();
        assertEquals(BACKEND_UNREACHABLE, failure(through(), READ));
    }

    @Test
    void anAnswerInPiecesIsHandedOnAsOne() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FaultyProxy before = FaultyProxy.to(URI.create("http://127.0.0.1:" + server.getLocalPort()))) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> {
                try (Socket socket = server.accept();
                        OutputStream out = socket.getOutputStream()) {
                    socket.getInputStream().read(new byte[4_096]);
                    out.write(
                            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=1\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            HttpQuestion question = HttpQuestion.get("/").build();
            assertEquals(
                    "{\"a\":1}",
                    ask(open(before.address().toString()), question).text());
            answered.join();
        }
    }
}
