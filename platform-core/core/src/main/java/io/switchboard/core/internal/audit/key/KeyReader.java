package io.switchboard.core.internal.audit.key;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds keys by their references, for one reading of records; changes nothing. For one thread. */
public final class KeyReader implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyReader.class);
    private static final int MOST_KNOWN = 4_096;
    private static final Found LOST = new Found(Optional.empty(), false);
    private static final Found ERASED = new Found(Optional.empty(), true);

    private final KeyFolder folder;
    private final Optional<MasterKey> master;
    private final Map<String, Found> known = new HashMap<>();
    private final Map<Long, CustomerKeyFile> open = new HashMap<>();

    private KeyReader(KeyFolder folder, Optional<MasterKey> master) {
        this.folder = folder;
        this.master = master;
    }

    /**
     * What stands for a reference. Immutable.
     *
     * @param key the key; empty where it is not there
     * @param erased whether it was there and was erased
     */
    public record Found(Optional<SecretKey> key, boolean erased) {}

    /**
     * Reads the keys of a folder.
     *
     * @throws IOException when its master key cannot be read; where there is none, no key can be
     */
    public static KeyReader of(KeyFolder folder) throws IOException {
        boolean sealed = Files.exists(folder.master());
        return new KeyReader(folder, sealed ? Optional.of(MasterKey.of(folder.master())) : Optional.empty());
    }

    /** The key of a reference as {@link CustomerKey#ref} has it. */
    public Found find(String ref) {
        Found found = known.get(ref);
        if (found == null) {
            found = KeyRef.parse(ref).map(this::read).orElse(LOST);
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(ref, found);
        }
        return found;
    }

    private Found read(KeyRef ref) {
        try {
            CustomerKeyFile file = open.get(ref.file());
            if (file == null) {
                file = CustomerKeyFile.read(folder, ref.file());
                open.put(ref.file(), file);
            }
            KeySlot slot = file.slot(ref.slot());
            if (!slot.intact()) {
                return LOST;
            }
            if (slot.isErased()) {
                return ERASED;
            }
            return new Found(master.flatMap(each -> each.open(slot, ref)), false);
        } catch (NoSuchFileException e) {
            return LOST;
        } catch (IOException e) {
            LOG.warn("A key of the audit cannot be read: {}", e.getMessage());
            return LOST;
        }
    }

    @Override
    public void close() throws IOException {
        for (CustomerKeyFile each : open.values()) {
            each.close();
        }
        open.clear();
    }
}
