package io.switchboard.core.internal.audit.key;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * A file of slots of one size, in the order in which customers came; the first is the header. A slot is written once, and overwritten when
 * it is erased. For one thread.
 */
final class CustomerKeyFile implements Closeable {
    private static final long MAGIC = 0x53424B4559530001L;

    private final long number;
    private final FileChannel channel;
    private int slots;

    private CustomerKeyFile(long number, FileChannel channel) throws IOException {
        this.number = number;
        this.channel = channel;
        this.slots = (int) Math.min(Integer.MAX_VALUE, channel.size() / KeySlot.SIZE);
    }

    /** Begins a file; durable when this returns. */
    static CustomerKeyFile begin(KeyFolder folder, Disk disk, Header header) throws IOException {
        CustomerKeyFile file = open(
                folder,
                disk,
                header.number(),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            file.write(0, header.slot());
            file.slots = 1;
            file.force();
            folder.force();
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return file;
    }

    /** Opens one to add to it or to erase from it. */
    static CustomerKeyFile resume(KeyFolder folder, Disk disk, long number) throws IOException {
        return open(folder, disk, number, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    static CustomerKeyFile read(KeyFolder folder, long number) throws IOException {
        return open(folder, FileChannel::open, number, StandardOpenOption.READ);
    }

    private static CustomerKeyFile open(KeyFolder folder, Disk disk, long number, OpenOption... options)
            throws IOException {
        FileChannel channel = disk.open(folder.file(number), options);
        try {
            return new CustomerKeyFile(number, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * What the first slot says. Immutable.
     *
     * @param number the file's number, from 1
     * @param created when it was begun
     * @param segment the segment that was written then: no earlier one uses its keys
     */
    record Header(long number, Instant created, long segment) {
        private KeySlot slot() {
            ByteBuffer tag = ByteBuffer.allocate(KeySlot.TAG)
                    .putLong(MAGIC)
                    .putLong(number)
                    .putLong(segment);
            return KeySlot.fresh(created, tag.array(), new byte[KeySlot.SEALED]);
        }
    }

    Header header() throws IOException {
        KeySlot slot = slots == 0 ? null : slot(0);
        ByteBuffer tag = ByteBuffer.wrap(slot == null ? new byte[KeySlot.TAG] : slot.tag());
        if (slot == null || !slot.intact() || tag.getLong() != MAGIC || tag.getLong() != number) {
            throw new IOException("the audit's file of keys " + number + " has no header");
        }
        long segment = tag.getLong();
        return new Header(number, Instant.ofEpochMilli(slot.contents().getLong()), segment);
    }

    long number() {
        return number;
    }

    /** How many slots there are, the header included; half a one at the end counts for nothing. */
    int slots() {
        return slots;
    }

    KeySlot slot(int slot) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(KeySlot.SIZE);
        long at = (long) slot * KeySlot.SIZE;
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("the audit's file of keys " + number + " has no slot " + slot);
            }
        }
        return KeySlot.of(bytes.array());
    }

    /** Adds a slot; it survives once {@link #force()} has returned. */
    void add(KeySlot slot) throws IOException {
        write(slots, slot);
        slots++;
    }

    void write(int at, KeySlot slot) throws IOException {
        ByteBuffer rest = slot.contents();
        while (rest.hasRemaining()) {
            channel.write(rest, (long) at * KeySlot.SIZE + rest.position());
        }
    }

    void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
