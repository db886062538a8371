package io.switchboard.backends.internal.client;

import static io.switchboard.connector.http.HttpEndpoint.State.DOWN;
import static io.switchboard.connector.http.HttpEndpoint.State.TRYING;
import static io.switchboard.connector.http.HttpEndpoint.State.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Instant THEN = Instant.parse("2026-01-31T12:00:00Z");

    private final Breaker breaker = new Breaker(3);

    @Test
    void opensAfterFailuresInARowOnly() {
        fail(2);
        assertFalse(breaker.succeeded());
        fail(2);
        assertEquals(UP, breaker.standing().state());
        assertTrue(breaker.failed("gone", THEN));
        assertEquals(new Breaker.Standing(DOWN, "gone", Optional.of(THEN)), breaker.standing());
        assertFalse(breaker.enter(true));
        assertFalse(breaker.failed("a question from before", THEN.plusSeconds(1)), "is told once");
    }

    @Test
    void oneAtATimeTriesItAfterSomebodySawItAnswer() {
        fail(3);
        breaker.answers();
        assertFalse(breaker.enter(false), "a write that has another way");
        assertTrue(breaker.enter(true));
        assertFalse(breaker.enter(true));
        breaker.abandoned();
        assertTrue(breaker.enter(true));
        assertTrue(breaker.succeeded(), "it is back");
        assertEquals(UP, breaker.standing().state());
        assertTrue(breaker.enter(false));
        assertTrue(breaker.enter(false), "any number of them again");
    }

    @Test
    void oneFailureOfATrialIsEnoughAndTheTimeGoesOnFromTheFirst() {
        fail(3);
        breaker.answers();
        assertEquals(TRYING, breaker.standing().state());
        assertTrue(breaker.enter(true));
        assertTrue(breaker.failed("again", THEN.plusSeconds(60)));
        assertEquals(Optional.of(THEN), breaker.standing().since());
    }

    @Test
    void anOldQuestionsAnswerSaysNothingOfNow() {
        fail(3);
        assertFalse(breaker.succeeded());
        assertEquals(DOWN, breaker.standing().state());
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertTrue(breaker.enter(false));
            breaker.failed("gone", THEN);
        }
    }
}
