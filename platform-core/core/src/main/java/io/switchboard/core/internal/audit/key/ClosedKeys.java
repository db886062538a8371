package io.switchboard.core.internal.audit.key;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases customers' keys from the files that are no longer added to, which are read whole. Safe for use from many threads. */
public final class ClosedKeys {
    private static final Logger LOG = LoggerFactory.getLogger(ClosedKeys.class);

    private final KeyFolder folder;
    private final Disk disk;
    private final MasterKey master;
    private final Clock clock;

    ClosedKeys(KeyFolder folder, Disk disk, MasterKey master, Clock clock) {
        this.folder = folder;
        this.disk = disk;
        this.master = master;
        this.clock = clock;
    }

    /**
     * Erases a customer's keys from the files before one; durable when this returns.
     *
     * @return how many keys there were
     */
    public synchronized int erase(String customer, byte[] act, long before) throws IOException {
        byte[] tag = master.tag(customer);
        int count = 0;
        for (long number : folder.files().headMap(before, false).keySet()) {
            try (CustomerKeyFile file = CustomerKeyFile.resume(folder, disk, number)) {
                int here = 0;
                for (int i = 1; i < file.slots(); i++) {
                    KeySlot slot = file.slot(i);
                    if (slot.isOf(tag)) {
                        file.write(i, slot.erased(clock.instant(), act));
                        here++;
                    }
                }
                if (here > 0) {
                    file.force();
                }
                count += here;
            } catch (NoSuchFileException e) {
                // Removed with the segments that needed it.
                LOG.debug("File of keys {} has gone", number);
            }
        }
        return count;
    }

    /** How many keys an act erased, in all files. */
    public int erasedBy(byte[] act) throws IOException {
        int count = 0;
        for (long number : folder.files().keySet()) {
            count += erasedBy(act, number);
        }
        return count;
    }

    private int erasedBy(byte[] act, long number) throws IOException {
        int count = 0;
        try (CustomerKeyFile file = CustomerKeyFile.read(folder, number)) {
            for (int i = 1; i < file.slots(); i++) {
                KeySlot slot = file.slot(i);
                count += slot.intact() && slot.isErasedBy(act) ? 1 : 0;
            }
        } catch (NoSuchFileException e) {
            return 0;
        }
        return count;
    }
}
