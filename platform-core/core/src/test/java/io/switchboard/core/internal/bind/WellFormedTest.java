package io.switchboard.core.internal.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class WellFormedTest {
    @Test
    void mendsHalvesOfCharactersInOtherText() {
        assertEquals("a\ufffdb\uD83D\uDE00\ufffd", WellFormed.of("a\uDE00b\uD83D\uDE00\uD83D"));
        assertSame("whole", WellFormed.of("whole"));
    }
}
