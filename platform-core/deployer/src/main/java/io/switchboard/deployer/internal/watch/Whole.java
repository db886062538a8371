package io.switchboard.deployer.internal.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells at a glance whether a jar or zip may be there to its end: the last thing that is written is the record that ends it (APPNOTE 4.3.16). So a
 * finished file need not be waited for, however it came; what is in it has to be checked all the same.
 */
public final class Whole {
    private static final int SIGNATURE = 0x06054b50;
    private static final int RECORD = 22;
    private static final int DIRECTORY_SIZE = 12;
    private static final int DIRECTORY_OFFSET = 16;

    private Whole() {}

    /** False also of an archive with a comment at its end, which then has to come to rest. */
    public static boolean seems(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long start = channel.size() - RECORD;
            if (start < 0) {
                return false;
            }
            ByteBuffer record = ByteBuffer.allocate(RECORD).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(start);
            while (record.hasRemaining()) {
                if (channel.read(record) < 0) {
                    return false;
                }
            }
            long directory = Integer.toUnsignedLong(record.getInt(DIRECTORY_SIZE))
                    + Integer.toUnsignedLong(record.getInt(DIRECTORY_OFFSET));
            return record.getInt(0) == SIGNATURE && directory <= start;
        } catch (IOException e) {
            return false;
        }
    }
}
