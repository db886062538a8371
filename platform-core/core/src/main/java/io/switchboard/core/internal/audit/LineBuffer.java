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
