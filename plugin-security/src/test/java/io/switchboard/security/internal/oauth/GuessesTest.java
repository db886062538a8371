package io.switchboard.security.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class GuessesTest {
    private final Guesses guesses = new Guesses(InstantSource.fixed(Instant.EPOCH));

    @Test
    void oneAddressDoesNotLockAClientOutForOthers() {
        fail("a", "bot", Guesses.MOST_PER_CLIENT);
        assertEquals(Guesses.WHILE, guesses.wait("a", "bot"));
        assertEquals(Duration.ZERO, guesses.wait("a", "other"));
        assertEquals(Duration.ZERO, guesses.wait("b", "bot"));
    }

    @Test
    void guessingManyClientsLocksTheAddress() {
        for (int client = 0; client < Guesses.MOST_PER_ADDRESS; client++) {
            assertEquals(Duration.ZERO, guesses.wait("a", "bot"));
            fail("a", "client" + client, 1);
        }
        assertEquals(Guesses.WHILE, guesses.wait("a", "bot"));
    }

    @Test
    void successForgetsWhatAClientMistyped() {
        fail("a", "bot", Guesses.MOST_PER_CLIENT - 1);
        guesses.succeeded("a", "bot");
        fail("a", "bot", Guesses.MOST_PER_CLIENT - 1);
        assertEquals(Duration.ZERO, guesses.wait("a", "bot"));
    }

    @Test
    void idsThatNoClientHasAreCountedTogether() {
        for (int guess = 0; guess < Guesses.MOST_PER_CLIENT; guess++) {
            fail("a", "x".repeat(100 + guess), 1);
        }
        assertEquals(Guesses.WHILE, guesses.wait("a", "y".repeat(70)));
    }

    private void fail(String address, String client, int times) {
        for (int time = 0; time < times; time++) {
            guesses.failed(address, client);
        }
    }
}
