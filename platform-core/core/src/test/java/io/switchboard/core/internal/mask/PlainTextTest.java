package io.switchboard.core.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x1b, 0x7f, 0x9f, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x180b, 0x180e, 0x200b, 0x2028,
                0x2029, 0x202e, 0x2060, 0x206f, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xe0001, 0xe0041,
                0xe007f, 0xe0100, 0xe01ef, 0xd83d, 0xde00
            })
    void takesOutWhatDeceives(int c) {
        assertEquals("付款 now", PlainText.of("付款" + Character.toString(c) + " now"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain\r\n\ttext", "付款。，「」한국어 ไทย العربية", "\uD83D\uDE00", "\uD842\uDFB7"})
    void leavesTheRest(String text) {
        assertSame(text, PlainText.of(text));
    }
}
