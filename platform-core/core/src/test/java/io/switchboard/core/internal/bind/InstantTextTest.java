package io.switchboard.core.internal.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one form of instants on the wire. */
class InstantTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T10:15:30.123456789Z",
                "2026-11-22T10:15:30.123456Z",
                "2026-11-22T10:15:30.120Z",
                "2026-11-22T10:15:30Z",
                "2026-11-22T10:15:00Z",
                "2026-11-22T00:00:00Z",
                "2026-11-22T10:15:00.000001Z",
                "1969-12-31T23:59:59.999Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z"
            })
    void writesWhatInstantsWrite(String text) {
        assertEquals(text, InstantText.of(Instant.parse(text)));
        assertEquals(Instant.parse(text).toString(), InstantText.of(Instant.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -62_167_219_201L, 253_402_300_800L, Long.MAX_VALUE})
    void writesWhatHasNoFourDigitsOfAYearToo(long second) {
        Instant instant = Instant.ofEpochSecond(
                Math.max(Instant.MIN.getEpochSecond(), Math.min(Instant.MAX.getEpochSecond(), second)));
        assertEquals(instant.toString(), InstantText.of(instant));
    }
}
