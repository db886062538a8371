package io.switchboard.connector.testkit.http;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.connector.http.HttpQuestion;
import io.switchboard.connector.testkit.ClientBackends;
import io.switchboard.connector.testkit.FaultyServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;

/** A primary and a backup, and a client that is in a hurry. */
abstract class Setup {
    static final Duration LONG = Duration.ofSeconds(20);
    static final HttpQuestion READ =
            HttpQuestion.get("/points").expect("application/json").build();
    static final HttpQuestion WRITE = HttpQuestion.post("/points").json("{}").build();

    final ClientBackends client = new ClientBackends();
    final FaultyServer primary = FaultyServer.start();
    final FaultyServer backup = FaultyServer.start();

    @AfterEach
    final void end() {
        client.close();
        primary.close();
        backup.close();
    }

    /** With both endpoints, and settings in pairs. */
    HttpBackend both(Object... settings) {
        return open(primary.address() + "," + backup.address(), settings);
    }

    HttpBackend alone(Object... settings) {
        return open(primary.address().toString(), settings);
    }

    HttpBackend open(String endpoints, Object... settings) {
        Map<String, Object> properties =
                new HashMap<>(Map.of("endpoints", endpoints, "retry.millis", 1, "connect.millis", 2_000));
        for (int i = 0; i < settings.length; i += 2) {
            properties.put(settings[i].toString(), settings[i + 1]);
        }
        return client.open(HttpBackendSettings.from("loyalty", properties));
    }

    static HttpAnswer ask(HttpBackend backend, HttpQuestion question) {
        return backend.send(question, LONG);
    }

    static ErrorCode failure(HttpBackend backend, HttpQuestion question) {
        return failure(backend, question, LONG);
    }

    static ErrorCode failure(HttpBackend backend, HttpQuestion question, Duration atMost) {
        return assertThrows(ConnectorException.class, () -> backend.send(question, atMost))
                .code();
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("did not come about within " + LONG);
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }
}
