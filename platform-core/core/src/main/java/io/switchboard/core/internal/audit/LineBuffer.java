package io.switchboard.core.internal.audit;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that grow at the end; what is written to a segment is gathered here. */
final class LineBuffer extends OutputStream {
    private byte[] bytes = new byte[16 << 10];
    private int length;

    @Override
    public void write(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int from, int count) {
        room(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    /** Appends a part of a text of ASCII. */
    @SuppressWarnings("deprecation") // getBytes without a charset is the one copy that makes no garbage.
    void ascii(String text, int from, int to) {
        room(to - from);
        text.getBytes(from, to, bytes, length);
        length += to - from;
    }

    /** Appends the hexadecimal digits of the first bytes of an array. */
    void hex(byte[] source, int count) {
        room(2 * count);
        for (int i = 0; i < count; i++) {
            bytes[length++] = Hex.digit(source[i] >> 4);
            bytes[length++] = Hex.digit(source[i]);
        }
    }

    private void room(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }

    /** What is in it, up to {@link #length()}. Ends being valid when something is written. */
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Forgets what stands behind a length. */
    void cut(int newLength) {
        length = newLength;
    }

    ByteBuffer contents() {
        return ByteBuffer.wrap(bytes, 0, length);
    }
}
