package io.switchboard.security.internal.audit;

import io.switchboard.security.internal.file.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * How far a node has come with the erasures of all nodes; in its own {@code data/}, as the audit is that they are for. Immutable.
 *
 * @param node tells the node from the others, whatever it is called
 * @param place the last erasure that it has done
 */
record ErasurePlace(String node, long place) {
    private static final String FILE = "place";

    /** What the folder says; from the beginning where it says nothing. */
    static ErasurePlace read(Path folder) throws IOException {
        try {
            String[] parts = Files.readString(folder.resolve(FILE)).strip().split(" ", 2);
            return new ErasurePlace(parts[0], Long.parseLong(parts[1]));
        } catch (NoSuchFileException e) {
            ErasurePlace first = new ErasurePlace(UUID.randomUUID().toString(), 0);
            first.write(folder);
            return first;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(folder.resolve(FILE) + " is damaged; delete it, and all erasures are done again", e);
        }
    }

    ErasurePlace at(long later) {
        return new ErasurePlace(node, later);
    }

    void write(Path folder) throws IOException {
        OwnerOnly.write(folder, FILE, (node + " " + place + "\n").getBytes(StandardCharsets.US_ASCII));
    }
}
