package io.switchboard.connector.testkit.http;

import static io.switchboard.connector.ErrorCode.BACKEND_FAILED;
import static io.switchboard.connector.ErrorCode.BACKEND_REFUSED;
import static io.switchboard.connector.ErrorCode.BACKEND_UNREACHABLE;
import static io.switchboard.connector.ErrorCode.BUSY;
import static io.switchboard.connector.ErrorCode.OUTCOME_UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpQuestion;
import io.switchboard.connector.testkit.FaultyAnswer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a question fails by, and how often the backend hears of it. */
class FaultsTest extends Setup {
    private static final FaultyAnswer LONG_ANSWER = FaultyAnswer.json("{\"points\": 1200}");

    static Stream<Arguments> faults() {
        return Stream.of(
                // What it is, what a read is told and how often it asks, what a write is told.
                arguments("silent", FaultyAnswer.silent(), BACKEND_UNREACHABLE, 3, OUTCOME_UNKNOWN),
                arguments("closed", FaultyAnswer.closed(), BACKEND_UNREACHABLE, 3, OUTCOME_UNKNOWN),
                arguments("cut", LONG_ANSWER.cut(), BACKEND_UNREACHABLE, 3, OUTCOME_UNKNOWN),
                arguments("slow", LONG_ANSWER.after(LONG), BACKEND_UNREACHABLE, 3, OUTCOME_UNKNOWN),
                arguments(
                        "drip", LONG_ANSWER.dripping(Duration.ofMillis(100)), BACKEND_UNREACHABLE, 3, OUTCOME_UNKNOWN),
                arguments("garbled", FaultyAnswer.garbled(), BACKEND_FAILED, 3, BACKEND_FAILED),
                arguments("html", FaultyAnswer.html(), BACKEND_FAILED, 3, BACKEND_FAILED),
                arguments("packed", LONG_ANSWER.header("Content-Encoding", "gzip"), BACKEND_FAILED, 3, BACKEND_FAILED),
                arguments("endless", FaultyAnswer.endless(), BACKEND_FAILED, 1, BACKEND_FAILED),
                arguments("400", FaultyAnswer.status(400), BACKEND_FAILED, 1, BACKEND_FAILED),
                arguments("404", FaultyAnswer.status(404), BACKEND_FAILED, 1, BACKEND_FAILED),
                arguments("302", FaultyAnswer.status(302).header("Location", "/"), BACKEND_FAILED, 1, BACKEND_FAILED),
                arguments("500", FaultyAnswer.status(500), BACKEND_FAILED, 3, BACKEND_FAILED),
                arguments("503", FaultyAnswer.status(503), BUSY, 3, BACKEND_FAILED),
                arguments("429", FaultyAnswer.status(429), BUSY, 1, BUSY),
                arguments("401", FaultyAnswer.status(401), BACKEND_REFUSED, 1, BACKEND_REFUSED),
                arguments("403", FaultyAnswer.status(403), BACKEND_REFUSED, 1, BACKEND_REFUSED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aReadIsRepeatedWhereThatMayHelp(String name, FaultyAnswer fault, ErrorCode read, int asked, ErrorCode write) {
        primary.answers(fault);
        HttpBackend backend = alone("timeout.millis", 300);
        assertEquals(read, failure(backend, READ));
        // The Java platform's client itself repeats a GET once where the connection ends before a byte of the answer.
        int most = name.equals("closed") ? 2 * asked : asked;
        int received = primary.received().size();
        assertTrue(received >= asked && received <= most, "asked " + received + " times");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aWriteThatMayHaveArrivedIsSentOnce(
            String name, FaultyAnswer fault, ErrorCode read, int asked, ErrorCode write) {
        primary.answers(fault, FaultyAnswer.json("{}"));
        assertEquals(write, failure(both("timeout.millis", 300), WRITE));
        assertEquals(1, primary.received().size());
        assertEquals(0, backup.received().size());
    }

    @Test
    void aReadGetsOverFaultsThatPass() {
        primary.answers(FaultyAnswer.closed(), FaultyAnswer.status(503), FaultyAnswer.json("{\"points\": 7}"));
        assertEquals("{\"points\": 7}", ask(alone(), READ).text());
    }

    @Test
    void aWriteThatCannotHaveArrivedIsSentToTheBackup() {
        primary.down();
        assertEquals(backup.address(), ask(both(), WRITE).endpoint());
        assertEquals("POST", backup.received().get(0).method());
    }

    @Test
    void aRepeatableWriteThatMayHaveArrivedNeverCountsAsUndone() {
        primary.answers(FaultyAnswer.closed());
        backup.down();
        HttpQuestion write = HttpQuestion.put("/points").json("{}").repeatable().build();
        assertEquals(OUTCOME_UNKNOWN, failure(both("attempts", 2), write));
        assertEquals(1, primary.received().size());
    }

    @Test
    void nothingAtAllIsUnreachable() {
        primary.down();
        assertEquals(BACKEND_UNREACHABLE, failure(alone(), READ));
        assertEquals(BACKEND_UNREACHABLE, failure(alone(), WRITE));
        assertEquals(BACKEND_UNREACHABLE, failure(open("http://no-such-host.invalid"), WRITE));
    }

    @Test
    void statusesThatAreAcceptedAreAnswers() {
        primary.answers(FaultyAnswer.of(422, "application/json", "{\"errors\":[]}"));
        HttpQuestion question =
                HttpQuestion.post("/points").json("{}").accept(422).build();
        assertEquals("{\"errors\":[]}", ask(alone(), question).text());
    }

    @Test
    void theTimeOfTheCallBoundsAllAttempts() {
        primary.answers(FaultyAnswer.silent());
        long began = System.nanoTime();
        assertEquals(BACKEND_UNREACHABLE, failure(alone("attempts", 10), READ, Duration.ofMillis(200)));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took.toString());
        assertEquals(1, primary.received().size());
    }

    @Test
    void theBackendSaysWhenToComeAgain() {
        primary.answers(FaultyAnswer.status(429).header("Retry-After", "17"));
        var busy = assertThrows(ConnectorException.class, () -> ask(alone(), READ));
        assertEquals(Duration.ofSeconds(17), busy.retryAfter().orElseThrow());
    }

    @Test
    void anAnswerMayHaveAllTheBytesItMayAndNotOneMore() {
        primary.answers(FaultyAnswer.json("12345678"));
        assertEquals("12345678", ask(alone("answer.bytes", 8), READ).text());
        assertEquals(BACKEND_FAILED, failure(alone("answer.bytes", 7), READ));
    }

    @Test
    void connectionsAreUsedAgain() {
        HttpBackend backend = alone();
        for (int i = 0; i < 5; i++) {
            ask(backend, READ);
            ask(backend, WRITE);
        }
        assertEquals(10, primary.received().size());
        assertEquals(1, primary.connections());
    }

    @Test
    void whatIsClosedAsksNothing() {
        HttpBackend backend = alone();
        backend.close();
        assertEquals(ErrorCode.NOT_READY, failure(backend, READ));
        assertEquals(0, primary.received().size());
    }
}
