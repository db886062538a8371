package io.switchboard.core.internal.once;

import static io.switchboard.core.internal.once.TestStore.act;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcClaimsTest {
    private static final Outcome DONE = new Outcome.Done("{\"id\":\"T-1\"}");

    @TempDir
    Path directory;

    private TestStore store;
    private JdbcClaims claims;

    @BeforeEach
    void open() throws Exception {
        store = new TestStore(directory);
        claims = store.boot("b1");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theFirstTakesAndTheNextIsToldWhoRuns() throws Exception {
        Act first = act(1);
        assertEquals(new Claim.Taken(), claims.take(first));
        assertEquals(new Claim.Running(first.callId()), claims.take(act(1)));
        assertEquals(new Claim.Taken(), claims.take(act(2)));
        assertEquals(Optional.of(new Recorded(first, store.now, true, Optional.empty())), claims.find(first.callId()));
    }

    @Test
    void anOutcomeIsGivenAgain() throws Exception {
        Act first = act(1);
        claims.take(first);
        claims.settle(first.callId(), DONE);
        assertEquals(new Claim.Settled(first.callId(), DONE), claims.take(act(1)));
        assertEquals(
                Optional.of(new Recorded(first, store.now, false, Optional.of(DONE))), claims.find(first.callId()));
    }

    @Test
    void aFailureKeepsItsReasonAndMembers() throws Exception {
        Act first = act(1);
        claims.take(first);
        Outcome failed = new Outcome.Failed(ErrorCode.CONFLICT, "ticket/closed", List.of("items[0]", "note"));
        claims.settle(first.callId(), failed);
        assertEquals(new Claim.Settled(first.callId(), failed), claims.take(act(1)));
    }

    @Test
    void emptyAndLargeResultsAreKept() throws Exception {
        int number = 0;
        for (String result : new String[] {"", "客户".repeat(300_000)}) {
            Act act = act(++number);
            claims.take(act);
            claims.settle(act.callId(), new Outcome.Done(result));
            assertEquals(new Claim.Settled(act.callId(), new Outcome.Done(result)), claims.take(act(number)));
        }
    }

    @Test
    void theSameKeyWithOtherArgumentsIsAMismatch() throws Exception {
        Act first = act(1);
        claims.take(first);
        assertEquals(new Claim.Mismatch(), claims.take(act(1, "e".repeat(64))));
        claims.settle(first.callId(), DONE);
        assertEquals(new Claim.Mismatch(), claims.take(act(1, "e".repeat(64))));
    }

    @Test
    void anUnknownActStaysSoUntilSomebodyFindsOut() throws Exception {
        Act first = act(1);
        claims.take(first);
        claims.settle(first.callId(), new Outcome.Unknown());
        assertEquals(new Claim.Unknown(first.callId()), claims.take(act(1)));
        assertEquals(
                Optional.of(new Outcome.Unknown()),
                claims.find(first.callId()).orElseThrow().outcome());
        claims.settle(first.callId(), DONE);
        assertEquals(new Claim.Settled(first.callId(), DONE), claims.take(act(1)));
    }

    @Test
    void aRetakenActIsFoundByEveryAttemptAndSettledByTheLastAlone() throws Exception {
        Act first = act(1);
        claims.take(first);
        claims.settle(first.callId(), new Outcome.Unknown());
        Act second = act(1);
        assertTrue(claims.retake(first.callId(), second));
        assertFalse(claims.retake(first.callId(), act(1)));
        assertEquals(new Claim.Running(second.callId()), claims.take(act(1)));
        claims.settle(second.callId(), new Outcome.Unknown());
        Act third = act(1);
        assertTrue(claims.retake(second.callId(), third));

        claims.settle(first.callId(), new Outcome.Failed(ErrorCode.CONFLICT, "late", List.of()));
        claims.release(second.callId());
        assertEquals(new Claim.Running(third.callId()), claims.take(act(1)));

        claims.settle(third.callId(), DONE);
        for (Act attempt : new Act[] {first, second, third}) {
            Recorded recorded = claims.find(attempt.callId()).orElseThrow();
            assertEquals(third, recorded.act());
            assertEquals(Optional.of(DONE), recorded.outcome());
        }
    }

    @Test
    void onlyWhatIsUnknownAndTheSameCanBeRetaken() throws Exception {
        Act first = act(1);
        claims.take(first);
        assertFalse(claims.retake(first.callId(), act(1)));
        claims.settle(first.callId(), new Outcome.Unknown());
        assertFalse(claims.retake(first.callId(), act(2)));
        assertFalse(claims.retake(first.callId(), act(1, "e".repeat(64))));
        assertFalse(claims.retake("nobody", act(1)));
        claims.settle(first.callId(), DONE);
        assertFalse(claims.retake(first.callId(), act(1)));
    }

    @Test
    void settlingTwiceKeepsTheFirst() throws Exception {
        Act first = act(1);
        claims.take(first);
        claims.settle(first.callId(), DONE);
        claims.settle(first.callId(), DONE);
        claims.settle(first.callId(), new Outcome.Failed(ErrorCode.CONFLICT, "late", List.of()));
        claims.settle(first.callId(), new Outcome.Unknown());
        claims.release(first.callId());
        assertEquals(new Claim.Settled(first.callId(), DONE), claims.take(act(1)));
        claims.settle("nobody", DONE);
    }

    @Test
    void aReleasedKeyIsFree() throws Exception {
        Act first = act(1);
        claims.take(first);
        claims.release(first.callId());
        assertEquals(Optional.empty(), claims.find(first.callId()));
        assertEquals(new Claim.Taken(), claims.take(act(1, "e".repeat(64))));
    }

    @Test
    void oneCallHoldsOneClaim() throws Exception {
        Act first = act(1);
        claims.take(first);
        assertThrows(IllegalArgumentException.class, () -> claims.take(first));
        assertEquals(new Claim.Running(first.callId()), claims.take(act(1)));
    }

    @Test
    void outcomesAreForgottenInTimeAndOpenActsLater() throws Exception {
        Act done = act(1);
        claims.take(done);
        claims.settle(done.callId(), DONE);
        Act unknown = act(2);
        claims.take(unknown);
        claims.settle(unknown.callId(), new Outcome.Unknown());
        Act retaken = act(2);
        claims.retake(unknown.callId(), retaken);

        assertEquals(0, claims.purge(store.now.plus(Duration.ofHours(24))));
        assertEquals(1, claims.purge(store.now.plus(Duration.ofHours(24)).plusMillis(1)));
        assertEquals(Optional.empty(), claims.find(done.callId()));
        assertEquals(new Claim.Taken(), claims.take(act(1)));

        assertEquals(2, claims.purge(store.now.plus(Duration.ofDays(30)).plusMillis(1)));
        assertEquals(Optional.empty(), claims.find(unknown.callId()));
    }

    @Test
    void manyArePurgedInBatches() throws Exception {
        String numbers = TestDatabase.isPostgres() ? "generate_series(1, 12000) AS s (x)" : "SYSTEM_RANGE(1, 12000)";
        store.run("INSERT INTO claims SELECT 'i' || x, 'f', 'c' || x, 'a', 'p', '', 'o', 'b0', 'UNKNOWN', 0, x, NULL,"
                + " NULL FROM " + numbers);
        assertEquals(10_000, claims.purge(store.now));
        assertEquals(2_000, claims.purge(store.now));
        assertEquals(0, claims.purge(store.now));
    }

    @Test
    void keepsTheArgumentsOfAnActUntilThereIsAnOutcome() throws Exception {
        Act asked = act(1).withArguments("{\"phone\":\"13800001001\"}");
        claims.take(asked);
        claims.settle(asked.callId(), new Outcome.Unknown());
        assertEquals(asked, claims.find(asked.callId()).orElseThrow().act());
        claims.settle(asked.callId(), DONE);
        assertEquals("", claims.find(asked.callId()).orElseThrow().act().arguments());
    }
}
