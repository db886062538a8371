package io.switchboard.core.internal.audit.key;

import java.util.Arrays;

/** Finds the slots that a tag may be in by its first eight bytes, at about 24 bytes a customer. For one thread. */
final class TagIndex {
    private static final int LEAST = 1 << 10;
    private static final int[] NONE = {};

    /** By slot; the first is the file's header. */
    private long[] prefixes = new long[LEAST / 2];

    private int[] table = new int[LEAST];
    private int slots = 1;

    static long prefix(byte[] tag) {
        long prefix = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            prefix = prefix << 8 | (tag[i] & 0xff);
        }
        return prefix;
    }

    /** Adds what stands in the next slot; one that is of nobody has the prefix 0. */
    void add(long prefix) {
        if (slots == prefixes.length) {
            prefixes = Arrays.copyOf(prefixes, 2 * slots);
            table = new int[4 * slots];
            for (int slot = 1; slot < slots; slot++) {
                enter(slot);
            }
        }
        prefixes[slots] = prefix;
        enter(slots++);
    }

    private void enter(int slot) {
        if (prefixes[slot] == 0) {
            return;
        }
        int at = begin(prefixes[slot]);
        while (table[at] != 0) {
            at = at + 1 & table.length - 1;
        }
        table[at] = slot;
    }

    private int begin(long prefix) {
        // A tag is a hash already.
        return (int) prefix & table.length - 1;
    }

    /** The slots with that prefix, in the order in which they were added. */
    int[] find(long prefix) {
        int[] found = NONE;
        for (int at = begin(prefix); table[at] != 0; at = at + 1 & table.length - 1) {
            if (prefixes[table[at]] == prefix) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = table[at];
            }
        }
        return found;
    }

    /** Has a slot be found no more. */
    void forget(int slot) {
        // Its place in the table stays taken, or the search for others would end there.
        prefixes[slot] = 0;
    }

    /** How many slots there are, the header included. */
    int slots() {
        return slots;
    }
}
