package io.switchboard.core.internal.audit;

import io.switchboard.core.internal.audit.key.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.zip.CRC32;

/** The segment that is being written. For the writer's thread. */
final class OpenSegment implements Closeable {
    private final long number;
    private final Instant opened;
    private final FileChannel channel;
    private long offset;

    private OpenSegment(long number, Instant opened, FileChannel channel, long offset) {
        this.number = number;
        this.opened = opened;
        this.channel = channel;
        this.offset = offset;
    }

    /** Begins the segment behind a place. Its header is durable when this returns. */
    static OpenSegment begin(SegmentFolder folder, Disk disk, SegmentHeader header, Chain chain) throws IOException {
        LineBuffer line = new LineBuffer();
        header.write(line);
        Line.seal(line, 0, chain, new CRC32());
        // Nothing durable can stand in a file of this number: such a thing would have been the place to go on from.
        FileChannel channel = disk.open(
                folder.file(header.segment()),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OpenSegment segment = new OpenSegment(header.segment(), header.opened(), channel, 0);
        try {
            segment.write(line);
            segment.force();
            folder.force();
        } catch (IOException e) {
            segment.close();
            throw e;
        }
        return segment;
    }

    /** Goes on with a segment; what stands behind the place is cut off. */
    static OpenSegment resume(SegmentFolder folder, Disk disk, Cursor place, Instant opened) throws IOException {
        FileChannel channel = disk.open(folder.file(place.segment()), StandardOpenOption.WRITE);
        try {
            channel.truncate(place.offset());
            channel.position(place.offset());
            channel.force(true);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new OpenSegment(place.segment(), opened, channel, place.offset());
    }

    void write(LineBuffer lines) throws IOException {
        ByteBuffer rest = lines.contents();
        while (rest.hasRemaining()) {
            offset += channel.write(rest);
        }
    }

    void force() throws IOException {
        channel.force(false);
    }

    long number() {
        return number;
    }

    Instant opened() {
        return opened;
    }

    long offset() {
        return offset;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
