package io.switchboard.core.internal.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a segment line by line from an offset up to a limit. For one thread. */
final class LineReader implements Closeable {
    /** No line is longer; more bytes than that without a line feed are damage. */
    static final int LINE_LIMIT = 1 << 20;

    private final FileChannel channel;
    private final long limit;
    private byte[] bytes = new byte[64 << 10];
    private int begin;
    private int end;
    /** The place in the file of what comes behind the buffer. */
    private long ahead;

    private LineReader(FileChannel channel, long from, long limit) {
        this.channel = channel;
        this.ahead = from;
        this.limit = limit;
    }

    /** Opens a segment; what stands behind the limit is left out. */
    static LineReader open(Path file, long from, long limit) throws IOException {
        return new LineReader(FileChannel.open(file, StandardOpenOption.READ), from, limit);
    }

    /** The next whole line, or null where there is none; what remains then has no line feed. */
    @Nullable
    Line next() throws IOException {
        int scanned = begin;
        while (true) {
            for (int i = scanned; i < end; i++) {
                if (bytes[i] == '\n') {
                    Line line = new Line(bytes, begin, i);
                    begin = i + 1;
                    return line;
                }
            }
            if (end - begin >= LINE_LIMIT) {
                Line damage = new Line(bytes, begin, end);
                begin = end;
                return damage;
            }
            int known = end - begin;
            if (!fill()) {
                return null;
            }
            scanned = begin + known;
        }
    }

    private boolean fill() throws IOException {
        System.arraycopy(bytes, begin, bytes, 0, end - begin);
        end -= begin;
        begin = 0;
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int most = (int) Math.min(bytes.length - end, limit - ahead);
        int count = most <= 0 ? -1 : channel.read(ByteBuffer.wrap(bytes, end, most), ahead);
        if (count <= 0) {
            return false;
        }
        ahead += count;
        end += count;
        return true;
    }

    /** The place behind the last line that was given. */
    long offset() {
        return ahead - (end - begin);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
