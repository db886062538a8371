package io.switchboard.core.internal.audit;

import java.nio.charset.StandardCharsets;

/** Hexadecimal digits, without making texts of them. */
final class Hex {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private Hex() {}

    /** The digit of the lowest four bits. */
    static byte digit(int value) {
        return DIGITS[value & 0xf];
    }

    /** The eight digits of 32 bits. */
    static void write(int value, LineBuffer out) {
        for (int shift = 28; shift >= 0; shift -= 4) {
            out.write(digit(value >>> shift));
        }
    }

    /** Whether eight digits stand for a value. */
    static boolean matches(byte[] bytes, int from, int value) {
        for (int i = 0; i < 8; i++) {
            if (bytes[from + i] != digit(value >>> (28 - 4 * i))) {
                return false;
            }
        }
        return true;
    }
}
