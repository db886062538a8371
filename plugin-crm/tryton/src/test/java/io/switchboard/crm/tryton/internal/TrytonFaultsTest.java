package io.switchboard.crm.tryton.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.testkit.ClientBackends;
import io.switchboard.connector.testkit.FaultyAnswer;
import io.switchboard.connector.testkit.FaultyServer;
import io.switchboard.tryton.Query;
import io.switchboard.tryton.Stamp;
import io.switchboard.tryton.Tryton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Tryton behind a bad network, by the hub's own client. */
class TrytonFaultsTest {
    private static final FaultyAnswer LOGIN = FaultyAnswer.json("{\"id\":1,\"result\":[3,\"f8c5e0c74291e8d1\"]}");
    private static final FaultyAnswer PREFERENCES =
            FaultyAnswer.json("{\"id\":1,\"result\":{\"company\":1,\"language\":\"en\"}}");
    private static final FaultyAnswer ROWS = FaultyAnswer.json("{\"id\":1,\"result\":[{\"name\":\"Erika\",\"id\":2}]}");
    private static final FaultyAnswer DONE = FaultyAnswer.json("{\"id\":1,\"result\":null}");
    private static final Query PARTIES = Query.of(Party.MODEL, List.of(), 1, List.of("name"));

    private final FaultyServer server = FaultyServer.start();
    private final FaultyServer backup = FaultyServer.start();
    private final ClientBackends backends = new ClientBackends();

    @AfterEach
    void close() {
        backends.close();
        server.close();
        backup.close();
    }

    private Tryton tryton(Object... more) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "endpoints",
                server.address() + ", " + backup.address(),
                "database",
                "shop",
                "login",
                "hub",
                ".login.password",
                "right",
                "timeout.millis",
                400,
                "retry.millis",
                1));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(String.valueOf(more[i]), more[i + 1]);
        }
        TrytonSettings settings = new SettingsReader("tryton", properties).read();
        HttpBackend http = backends.open(settings.http());
        return new Tryton(
                question -> http.send(question, Duration.ofSeconds(10)),
                settings.database(),
                settings.credentials(),
                Clock.systemUTC());
    }

    private static ErrorCode code(Executable call) {
        return assertThrows(ConnectorException.class, call).code();
    }

    @Test
    void aReadIsAskedAgainWhereItsAnswerWasCut() {
        server.answers(LOGIN, PREFERENCES, ROWS.cut(), ROWS);
        backup.answers(ROWS);
        assertEquals(1, tryton().search(PARTIES).size());
    }

    @Test
    void aWriteWhoseAnswerWasCutIsUnknownAndNotSentAgain() {
        server.answers(LOGIN, PREFERENCES, DONE.cut());
        backup.answers(DONE);
        Tryton tryton = tryton();
        Stamp stamp = new Stamp(Party.MODEL, 2, "1795326759.157628");
        assertEquals(ErrorCode.OUTCOME_UNKNOWN, code(() -> tryton.write(stamp, Map.of("name", "Erika"))));
        assertEquals(3, server.received().size());
        assertEquals(0, backup.received().size());
    }

    @Test
    void aLoginIsNotRepeatedEither() {
        server.answers(FaultyAnswer.silent());
        backup.answers(LOGIN);
        assertEquals(ErrorCode.BACKEND_UNREACHABLE, code(() -> tryton().company()));
        assertEquals(1, server.received().size());
        assertEquals(0, backup.received().size());
    }

    @Test
    void theBackupAnswersWithinTheSameCall() {
        server.down();
        backup.answers(LOGIN, PREFERENCES, ROWS);
        assertEquals(1, tryton().search(PARTIES).size());
    }

    @Test
    void aPageOfAProxyIsNoAnswer() {
        server.answers(LOGIN, PREFERENCES, FaultyAnswer.html());
        backup.answers(FaultyAnswer.html());
        assertEquals(ErrorCode.BACKEND_FAILED, code(() -> tryton().search(PARTIES)));
    }

    @Test
    void anAnswerIsBounded() {
        server.answers(LOGIN, PREFERENCES, FaultyAnswer.endless());
        backup.answers(FaultyAnswer.endless());
        assertEquals(
                ErrorCode.BACKEND_FAILED,
                code(() -> tryton("answer.bytes", 10_000).search(PARTIES)));
    }

    @Test
    void nothingOfTheSessionIsSentAsBasicCredentials() {
        server.answers(LOGIN, PREFERENCES, ROWS);
        tryton().search(PARTIES);
        assertFalse(server.received().get(0).headers().containsKey("authorization"));
        assertEquals(
                "Session aHViOjM6ZjhjNWUwYzc0MjkxZThkMQ==",
                server.received().get(2).headers().get("authorization"));
    }
}
