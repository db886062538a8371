package io.switchboard.connector.testkit.http;

import static io.switchboard.connector.ErrorCode.BACKEND_UNREACHABLE;
import static io.switchboard.connector.http.HttpEndpoint.State.DOWN;
import static io.switchboard.connector.http.HttpEndpoint.State.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpEndpoint;
import io.switchboard.connector.testkit.FaultyAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailoverTest extends Setup {

    @Test
    void aSilentPrimaryLeavesTheBackupItsShareOfTheTime() {
        primary.answers(FaultyAnswer.silent());
        assertEquals(backup.address(), both().send(READ, Duration.ofSeconds(2)).endpoint());
        assertEquals(1, primary.received().size());
    }

    @Test
    void anEndpointThatFailsInARowIsLeftAlone() {
        primary.down();
        HttpBackend backend = both("breaker.failures", 2, "breaker.rest.millis", 3_600_000);
        ask(backend, READ);
        assertEquals(List.of(UP, UP), states(backend));
        ask(backend, READ);
        assertEquals(List.of(DOWN, UP), states(backend));
        HttpEndpoint shown = backend.endpoints().get(0);
        assertEquals("it refused the connection", shown.why());
        assertTrue(shown.since().isPresent());
        primary.up();
        ask(backend, READ);
        assertEquals(0, primary.received().size());
        assertEquals(3, backup.received().size());
    }

    @Test
    void questionsReturnToThePrimaryByThemselves() throws Exception {
        primary.down();
        HttpBackend backend = both("breaker.failures", 1, "breaker.rest.millis", 20);
        assertEquals(backup.address(), ask(backend, READ).endpoint());
        primary.up();
        await(() -> ask(backend, READ).endpoint().equals(primary.address()));
        assertEquals(List.of(UP, UP), states(backend));
    }

    @Test
    void aPrimaryThatTakesConnectionsAndNothingMoreHoldsUpNobodyTwice() throws Exception {
        primary.answers(FaultyAnswer.status(503));
        HttpBackend backend = both("breaker.failures", 1, "breaker.rest.millis", 20, "health.path", "/health");
        ask(backend, READ);
        await(() -> primary.received().stream()
                        .filter(each -> each.target().equals("/health"))
                        .count()
                > 2);
        for (int i = 0; i < 10; i++) {
            assertEquals(backup.address(), ask(backend, READ).endpoint());
        }
        assertEquals(
                1,
                primary.received().stream()
                        .filter(each -> each.target().equals("/points"))
                        .count());
        assertTrue(primary.received().stream()
                .filter(each -> each.target().equals("/health"))
                .noneMatch(each -> each.headers().containsKey("authorization")));
    }

    @Test
    void aWriteDoesNotTryWhatHasJustComeBack() throws Exception {
        primary.down();
        HttpBackend backend = both("breaker.failures", 1, "breaker.rest.millis", 20);
        ask(backend, READ);
        primary.up();
        await(() -> backend.endpoints().get(0).state() == HttpEndpoint.State.TRYING);
        assertEquals(backup.address(), ask(backend, WRITE).endpoint());
        assertEquals(primary.address(), ask(backend, READ).endpoint());
        assertEquals(primary.address(), ask(backend, WRITE).endpoint());
    }

    @Test
    void whereAllAreDownNobodyWaits() {
        primary.down();
        backup.down();
        HttpBackend backend = both("breaker.failures", 1, "breaker.rest.millis", 3_600_000);
        assertEquals(BACKEND_UNREACHABLE, failure(backend, READ));
        primary.up();
        backup.up();
        assertEquals(BACKEND_UNREACHABLE, failure(backend, READ));
        assertEquals(0, primary.received().size() + backup.received().size());
    }

    @Test
    void callersInAHurryDoNotMakeASlowEndpointADeadOne() {
        primary.answers(FaultyAnswer.silent());
        HttpBackend backend = alone("breaker.failures", 1, "timeout.millis", 60_000);
        failure(backend, READ, Duration.ofMillis(50));
        assertEquals(List.of(UP), states(backend));
    }

    private static List<HttpEndpoint.State> states(HttpBackend backend) {
        return backend.endpoints().stream().map(HttpEndpoint::state).toList();
    }
}
