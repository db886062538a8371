package io.switchboard.rest.internal.wire;

import io.switchboard.core.value.ValueTooLargeException;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes of a body in memory, up to a limit. Not safe for use from several threads. */
public final class BodyBuffer extends OutputStream {
    private static final int FIRST_SIZE = 4096;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;
    private int limit;

    /** An empty buffer that takes so many bytes. */
    public BodyBuffer(int limit) {
        this.limit = limit;
    }

    /** Forgets what it holds, and takes so many bytes from now on. */
    public void reset(int newLimit) {
        size = 0;
        limit = newLimit;
    }

    /** Takes so many bytes more: what a writer still holds of what was within the limit when it was written. */
    void extend(int more) {
        limit += more;
    }

    @Override
    public void write(int b) {
        ensure(1);
        bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        ensure(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    /** Appends a text of ASCII. */
    @SuppressWarnings("deprecation") // getBytes without a charset is the one copy that makes no garbage.
    void ascii(String text) {
        int length = text.length();
        ensure(length);
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    /** The array behind it; valid up to {@link #size()}, until the next write. */
    public byte[] array() {
        return bytes;
    }

    /** How many bytes it holds. */
    public int size() {
        return size;
    }

    int capacity() {
        return bytes.length;
    }

    private void ensure(int more) {
        if (more > limit - size) {
            throw new ValueTooLargeException(limit);
        }
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
