package io.switchboard.core.internal.audit.key;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys under which what names a customer is sealed: each customer has one in each file of keys that it was met in. Files follow each
 * other, so that keys go with the segments that need them. For the audit's writer.
 */
public final class CustomerKeys implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerKeys.class);
    private static final Duration AGE = Duration.ofDays(30);
    /** Bounds what the index takes of memory, and what has to be read at a start. */
    private static final int MOST_SLOTS = 250_000;

    private static final int MOST_CACHED = 4_096;
    private static final int KEY = 32;

    private final KeyFolder folder;
    private final Disk disk;
    private final MasterKey master;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, CustomerKey> cache = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CustomerKey> eldest) {
            return size() > MOST_CACHED;
        }
    };
    private @Nullable CustomerKeyFile file;
    private TagIndex index = new TagIndex();
    /** Whether the newest file is not to be gone on with. */
    private boolean anew;

    private boolean unforced;
    private long segment;

    /**
     * Opens the folder; files of keys are looked at when the first key is needed.
     *
     * @throws IOException when the master key cannot be read or made
     */
    public CustomerKeys(KeyFolder folder, Disk disk, Clock clock) throws IOException {
        folder.create();
        if (!Files.exists(folder.master()) && !folder.files().isEmpty()) {
            LOG.error("The master key of the audit's keys is gone; whom older records name can no longer be read");
        }
        this.folder = folder;
        this.disk = disk;
        this.master = MasterKey.of(folder.master());
        this.clock = clock;
    }

    /** A customer's key, made where there is none. A new one survives once {@link #force()} has returned. */
    public CustomerKey of(String customer) throws IOException {
        CustomerKey known = cache.get(customer);
        if (known != null) {
            return known;
        }
        byte[] tag = master.tag(customer);
        CustomerKeyFile current = current();
        CustomerKey key = find(current, tag).orElse(null);
        if (key == null) {
            key = make(current, tag);
        }
        cache.put(customer, key);
        return key;
    }

    private Optional<CustomerKey> find(CustomerKeyFile current, byte[] tag) throws IOException {
        for (int slot : index.find(TagIndex.prefix(tag))) {
            KeySlot found = current.slot(slot);
            KeyRef place = new KeyRef(current.number(), slot);
            Optional<SecretKey> key = found.isOf(tag) ? master.open(found, place) : Optional.empty();
            if (key.isPresent()) {
                return key.map(each -> new CustomerKey(place.toString(), each));
            }
        }
        return Optional.empty();
    }

    private CustomerKey make(CustomerKeyFile current, byte[] tag) throws IOException {
        byte[] key = new byte[KEY];
        random.nextBytes(key);
        KeyRef place = new KeyRef(current.number(), current.slots());
        current.add(KeySlot.fresh(clock.instant(), tag, master.seal(key, tag, place)));
        index.add(TagIndex.prefix(tag));
        unforced = true;
        return new CustomerKey(place.toString(), new SecretKeySpec(key, "AES"));
    }

    private CustomerKeyFile current() throws IOException {
        if (file == null) {
            NavigableMap<Long, Path> files = folder.files();
            long last = files.isEmpty() ? 0 : files.lastKey();
            CustomerKeyFile open = last == 0 || anew ? null : resume(last);
            file = open == null ? begin(last + 1) : open;
            anew = false;
        }
        return file;
    }

    private CustomerKeyFile begin(long number) throws IOException {
        index = new TagIndex();
        return CustomerKeyFile.begin(folder, disk, new CustomerKeyFile.Header(number, clock.instant(), segment));
    }

    private @Nullable CustomerKeyFile resume(long number) throws IOException {
        CustomerKeyFile found = CustomerKeyFile.resume(folder, disk, number);
        try {
            found.header();
        } catch (IOException e) {
            LOG.warn("The audit's file of keys {} cannot be gone on with: {}", number, e.getMessage());
            found.close();
            return null;
        }
        index = new TagIndex();
        for (int i = 1; i < found.slots(); i++) {
            KeySlot slot = found.slot(i);
            index.add(slot.intact() && !slot.isErased() ? TagIndex.prefix(slot.tag()) : 0);
        }
        return found;
    }

    /** Makes the keys that were made or erased survive. */
    public void force() throws IOException {
        if (unforced && file != null) {
            file.force();
        }
        unforced = false;
    }

    /** Says which segment is written from now on; the keys of the segments before it have been forced. */
    public void segment(long number) throws IOException {
        segment = number;
        if (file != null && (file.slots() >= MOST_SLOTS || isOld(file.header()))) {
            file.close();
            file = null;
            cache.clear();
            anew = true;
        }
    }

    private boolean isOld(CustomerKeyFile.Header header) {
        return header.created().plus(AGE).isBefore(clock.instant());
    }

    /** After a failure nobody knows which keys survived: none of them is used again. */
    public void abandon() {
        close();
        cache.clear();
        anew = true;
        unforced = false;
    }

    /**
     * Erases a customer's key in the file that is being written; see {@link ClosedKeys} for those before it. Survives once {@link #force()}
     * has returned.
     *
     * @param act which act erases it
     * @return how many keys there were, and which file that is
     */
    public Erased erase(String customer, byte[] act) throws IOException {
        CustomerKeyFile current = current();
        byte[] tag = master.tag(customer);
        int count = 0;
        for (int slot : index.find(TagIndex.prefix(tag))) {
            KeySlot found = current.slot(slot);
            if (found.isOf(tag)) {
                current.write(slot, found.erased(clock.instant(), act));
                index.forget(slot);
                count++;
            }
        }
        cache.remove(customer);
        unforced |= count > 0;
        return new Erased(count, current.number());
    }

    /**
     * What was erased. Immutable.
     *
     * @param keys how many keys
     * @param file the newest file that was searched
     */
    public record Erased(int keys, long file) {}

    /** The files of before, for a thread other than the writer's. */
    public ClosedKeys closed() {
        return new ClosedKeys(folder, disk, master, clock);
    }

    /** Removes the files whose keys no segment needs any more. */
    public void retain(long oldestSegment) throws IOException {
        NavigableMap<Long, Path> files = folder.files();
        for (Map.Entry<Long, Path> each : files.entrySet()) {
            Long next = files.higherKey(each.getKey());
            if (next == null || segmentOf(next) >= oldestSegment) {
                return;
            }
            Files.deleteIfExists(each.getValue());
        }
    }

    private long segmentOf(long number) throws IOException {
        try (CustomerKeyFile each = CustomerKeyFile.read(folder, number)) {
            return each.header().segment();
        }
    }

    @Override
    public void close() {
        CustomerKeyFile open = file;
        file = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.warn("A file of the audit's keys did not close", e);
            }
        }
    }
}
