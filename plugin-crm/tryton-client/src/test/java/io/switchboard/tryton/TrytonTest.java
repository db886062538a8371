package io.switchboard.tryton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Secret;
import io.switchboard.tryton.fake.FakeAnswer;
import io.switchboard.tryton.fake.FakeFault;
import io.switchboard.tryton.fake.FakeTryton;
import io.switchboard.tryton.fake.ManualClock;
import io.switchboard.tryton.fake.SocketWire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TrytonTest {
    private static final String MODEL = "party.address";

    private final ManualClock clock = new ManualClock();
    private FakeTryton fake;
    private Tryton tryton;
    private long id;

    @BeforeEach
    void start() throws Exception {
        fake = new FakeTryton();
        id = fake.models().add(MODEL, object().put("city", "Berlin"));
        tryton = as(FakeTryton.PASSWORD);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void signsInOnceForAllCalls() throws Exception {
        atOnce(8, () -> assertEquals(1, cities().size()));
        assertEquals(1, fake.logins());
        assertEquals(Optional.of(1L), tryton.company());
    }

    @Test
    void signsInAgainWhenTheSessionHasEnded() throws Exception {
        cities();
        fake.endSessions();
        atOnce(8, () -> assertEquals(1, cities().size()));
        assertEquals(2, fake.logins());
    }

    @Test
    void aWriteGoesOnAfterTheSessionHasEnded() {
        Stamp stamp = stamp();
        fake.endSessions();
        tryton.write(stamp, Map.of("city", "Hamburg"));
        assertEquals(List.of("Hamburg"), cities());
    }

    @Test
    void afterOneRefusedLoginNothingIsTriedForTenMinutes() {
        Tryton wrong = as("wrong");
        for (int i = 0; i < 20; i++) {
            assertEquals(ErrorCode.BACKEND_REFUSED, fails(() -> wrong.company()).code());
        }
        assertEquals(List.of("common.db.login"), fake.methods());
        assertEquals(Optional.of(clock.instant().plus(SignIn.PAUSE)), wrong.closedUntil());
        assertEquals(Optional.of(SignIn.PAUSE), fails(() -> wrong.company()).retryAfter());
        clock.pass(SignIn.PAUSE);
        assertEquals(Optional.empty(), wrong.closedUntil());
        fails(() -> wrong.company());
        assertEquals(2, fake.methods().size());
    }

    @Test
    void aLockedUserIsLeftAlone() {
        for (int i = 0; i < 6; i++) {
            fails(() -> as("wrong").company());
        }
        int sent = fake.methods().size();
        fails(() -> tryton.company());
        fails(() -> tryton.company());
        assertEquals(sent + 1, fake.methods().size());
        assertTrue(tryton.closedUntil().isPresent());
    }

    @Test
    void oneOfManyWritersSucceeds() throws Exception {
        Stamp stamp = stamp();
        List<Optional<TrytonFault.Kind>> outcomes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String city = "city" + i;
            try {
                tryton.write(stamp, Map.of("city", city));
                outcomes.add(Optional.empty());
            } catch (ConnectorException e) {
                assertTrue(e.code().unchanged());
                outcomes.add(TrytonFault.kind(e));
            }
        }
        assertEquals(1, outcomes.stream().filter(Optional::isEmpty).count());
        assertEquals(
                5,
                outcomes.stream()
                        .filter(Optional.of(TrytonFault.Kind.MODIFIED)::equals)
                        .count());
    }

    @Test
    void twoRecordsAreChangedTogetherOrNeither() {
        long other = fake.models().add(MODEL, object().put("city", "Bremen"));
        Stamp stale = stamp();
        Stamp fresh = Stamp.of(
                MODEL,
                tryton.search(Query.of(MODEL, List.of(Clause.of("id", "=", other)), 1, List.of(Stamp.FIELD)))
                        .get(0));
        tryton.write(stale, Map.of(), fresh, Map.of("city", "Hamburg"));
        assertEquals(List.of("Berlin", "Hamburg"), cities());
        ConnectorException late = fails(() -> tryton.write(stale, Map.of(), fresh, Map.of("city", "Bonn")));
        assertEquals(Optional.of(TrytonFault.Kind.MODIFIED), TrytonFault.kind(late));
        tryton.delete(MODEL, other);
        assertEquals(List.of("Berlin"), cities());
    }

    @Test
    void aCrowdIsNoFaultAndChangesNothing() {
        Stamp stamp = stamp();
        for (String words : List.of(
                "could not obtain lock on row in relation \"ir_sequence_strict\"\n",
                "could not serialize access due to concurrent update\n")) {
            fake.answerNext(FakeAnswer.error(new FakeFault(words)));
            ConnectorException crowd = fails(() -> tryton.write(stamp, Map.of("city", "Bonn")));
            assertEquals(ErrorCode.BUSY, crowd.code());
            assertEquals(Optional.of(TrytonFault.Kind.CONTENDED), TrytonFault.kind(crowd));
        }
    }

    @Test
    void aReadIsRepeatedOnceAfterTheDatabaseWasStartedAnew() {
        cities();
        fake.answerNext(FakeAnswer.error(new FakeFault("connection already closed")));
        assertEquals(List.of("Berlin"), cities());
        fake.answerNext(
                FakeAnswer.error(new FakeFault("server closed the connection unexpectedly\n\tThis probably means")));
        fake.answerNext(
                FakeAnswer.error(new FakeFault("connection to server at \"127.0.0.1\", port 1 failed: refused\n")));
        assertEquals(ErrorCode.BACKEND_UNREACHABLE, fails(this::cities).code());
    }

    @Test
    void aWriteIsNeverRepeated() {
        Stamp stamp = stamp();
        fake.answerNext(FakeAnswer.error(new FakeFault("connection already closed")));
        assertEquals(
                ErrorCode.OUTCOME_UNKNOWN,
                fails(() -> tryton.write(stamp, Map.of("city", "Bonn"))).code());
        assertEquals(
                1,
                fake.methods().stream()
                        .filter("model.party.address.write"::equals)
                        .count());
    }

    @Test
    void tellsWhatStandsAgainstIt() {
        cities();
        fake.answerNext(FakeAnswer.error(FakeFault.user("You are not allowed to access \"Sale\".")));
        ConnectorException refused = fails(this::cities);
        assertEquals(ErrorCode.BACKEND_REFUSED, refused.code());
        assertEquals(Optional.of(TrytonFault.Kind.REFUSED), TrytonFault.kind(refused));
        ConnectorException unknown = fails(() -> tryton.search(Query.of(MODEL, List.of(), 1, List.of("nofield"))));
        assertEquals(ErrorCode.BACKEND_FAILED, unknown.code());
        assertTrue(String.valueOf(unknown.getCause()).contains("'nofield'"));
    }

    @Test
    void noWordOfARefusalThatNamesAValueGetsIntoTheLog() {
        cities();
        fake.answerNext(FakeAnswer.error(FakeFault.user("The value \"138 0000 1001\" is not valid.")));
        assertFalse(String.valueOf(fails(this::cities).getCause()).contains("138"));
        fake.answerNext(FakeAnswer.error(new FakeFault("invalid literal: '王秀兰'")));
        assertFalse(String.valueOf(fails(this::cities).getCause()).contains("王"));
    }

    @Test
    void takesNoPageForAnAnswer() {
        cities();
        fake.answerNext(new FakeAnswer(200, "text/html", "<html>maintenance</html>"));
        assertEquals(ErrorCode.BACKEND_FAILED, fails(this::cities).code());
        fake.answerNext(FakeAnswer.json("{\"id\":1,\"result\":[{\"id\":1,"));
        assertEquals(ErrorCode.BACKEND_FAILED, fails(this::cities).code());
        fake.answerNext(FakeAnswer.json("{\"id\":1}"));
        assertEquals(ErrorCode.BACKEND_FAILED, fails(this::cities).code());
        fake.answerNext(FakeAnswer.json("{\"id\":1,\"result\":{}}"));
        assertEquals(ErrorCode.BACKEND_FAILED, fails(this::cities).code());
    }

    @Test
    void aDatabaseThatIsNotThereIsARefusal() {
        Tryton other = new Tryton(new SocketWire(fake.address()), "nodb", credentials(FakeTryton.PASSWORD), clock);
        assertEquals(ErrorCode.BACKEND_REFUSED, fails(other::company).code());
        assertEquals(Optional.empty(), other.closedUntil());
    }

    @Test
    void runsAWizardAndClosesIt() {
        cities();
        fake.answerNext(FakeAnswer.json("{\"id\":201,\"result\":[6,\"start\",\"end\"]}"));
        fake.answerNext(FakeAnswer.json(
                "{\"id\":202,\"result\":{\"actions\":[[{\"res_model\":\"account.invoice\"}," + "{\"res_id\":[3]}]]}}"));
        fake.answerNext(FakeAnswer.json("{\"id\":203,\"result\":null}"));
        List<Long> made =
                tryton.run("account.invoice.credit", Map.of("with_refund", false), "credit", "account.invoice", 1);
        assertEquals(List.of(3L), made);
        assertEquals(
                List.of(
                        "wizard.account.invoice.credit.create",
                        "wizard.account.invoice.credit.execute",
                        "wizard.account.invoice.credit.delete"),
                fake.methods().subList(fake.methods().size() - 3, fake.methods().size()));
    }

    @Test
    void closesAWizardThatFailed() {
        cities();
        fake.answerNext(FakeAnswer.json("{\"id\":201,\"result\":[6,\"start\",\"end\"]}"));
        fake.answerNext(FakeAnswer.error(FakeFault.user("You cannot credit this.")));
        ConnectorException failure =
                fails(() -> tryton.run("account.invoice.credit", Map.of(), "credit", "account.invoice", 1));
        assertEquals(Optional.of(TrytonFault.Kind.REFUSED), TrytonFault.kind(failure));
        assertEquals(
                "wizard.account.invoice.credit.delete",
                fake.methods().get(fake.methods().size() - 1));
    }

    @Test
    void aForbiddenTransitionSaysNothing() {
        cities();
        fake.answerNext(FakeAnswer.json("{\"id\":39,\"result\":null}"));
        tryton.press("stock.shipment.out", "cancel", 2);
        assertEquals(
                "model.stock.shipment.out.cancel",
                fake.methods().get(fake.methods().size() - 1));
    }

    private Tryton as(String password) {
        return new Tryton(new SocketWire(fake.address()), FakeTryton.DATABASE, credentials(password), clock);
    }

    private static Credentials credentials(String password) {
        return new Credentials(FakeTryton.USER, Secret.of(password));
    }

    private List<String> cities() {
        return tryton.search(Query.of(MODEL, List.of(), 5, List.of("city"))).stream()
                .map(row -> row.text("city").orElseThrow())
                .toList();
    }

    private Stamp stamp() {
        Query query = Query.of(MODEL, List.of(Clause.of("id", "=", id)), 1, List.of(Stamp.FIELD));
        return Stamp.of(MODEL, tryton.search(query).get(0));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ConnectorException fails(Executable call) {
        return assertThrows(ConnectorException.class, call);
    }

    private static void atOnce(int threads, Runnable call) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Object>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                calls.add(Executors.callable(call));
            }
            for (Future<Object> each : pool.invokeAll(calls)) {
                each.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
