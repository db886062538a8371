package io.switchboard.core.internal.audit.key;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * One customer's key as it stands in a file of keys, in 128 bytes: when it was made (8), the customer's tag (32), the sealed key (60), when
 * it was erased or 0 (8), which act erased it (16), a checksum (4). Erased, it has neither tag nor key. Immutable.
 */
final class KeySlot {
    static final int SIZE = 128;
    static final int TAG = 32;
    static final int SEALED = 60;
    static final int ACT = 16;
    private static final int SEALED_AT = 8 + TAG;
    private static final int ERASED_AT = SEALED_AT + SEALED;
    private static final int CRC_AT = SIZE - 4;

    private final byte[] bytes;

    private KeySlot(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The slot that such bytes are; kept, not copied. */
    static KeySlot of(byte[] bytes) {
        return new KeySlot(bytes);
    }

    static KeySlot fresh(Instant created, byte[] tag, byte[] sealed) {
        byte[] bytes = new byte[SIZE];
        ByteBuffer.wrap(bytes).putLong(created.toEpochMilli()).put(tag).put(sealed);
        return checked(bytes);
    }

    /** What stays of it when it is erased. */
    KeySlot erased(Instant now, byte[] act) {
        byte[] rest = new byte[SIZE];
        ByteBuffer.wrap(rest)
                .put(bytes, 0, 8)
                .position(ERASED_AT)
                .putLong(now.toEpochMilli())
                .put(act);
        return checked(rest);
    }

    private static KeySlot checked(byte[] bytes) {
        ByteBuffer.wrap(bytes).putInt(CRC_AT, crc(bytes));
        return new KeySlot(bytes);
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, CRC_AT);
        return (int) crc.getValue();
    }

    /** Whether it is what was written. */
    boolean intact() {
        return bytes.length == SIZE && ByteBuffer.wrap(bytes).getInt(CRC_AT) == crc(bytes);
    }

    boolean isErased() {
        return ByteBuffer.wrap(bytes).getLong(ERASED_AT) != 0;
    }

    boolean isErasedBy(byte[] act) {
        return isErased() && Arrays.equals(bytes, ERASED_AT + 8, ERASED_AT + 8 + ACT, act, 0, ACT);
    }

    boolean isOf(byte[] tag) {
        return Arrays.equals(bytes, 8, SEALED_AT, tag, 0, TAG);
    }

    byte[] tag() {
        return Arrays.copyOfRange(bytes, 8, SEALED_AT);
    }

    byte[] sealed() {
        return Arrays.copyOfRange(bytes, SEALED_AT, ERASED_AT);
    }

    ByteBuffer contents() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }
}
