package io.switchboard.core.internal.audit;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * One line of a segment: the payload (JSON without a raw tab or line feed), a tab, its CRC-32 in 8 hexadecimal digits, a tab, the
 * chain's value behind it in 64, a line feed. A view of a buffer that is used again; valid until the next line is read.
 *
 * @param bytes the buffer
 * @param from where the line begins in it
 * @param to where it ends, without the line feed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a view that lives for one turn of a loop
record Line(byte[] bytes, int from, int to) {
    private static final int TRAILER = 1 + 8 + 1 + 64;

    /** Ends a payload that was just written from an offset on: adds it to the chain, and the rest of the line to the buffer. */
    static void seal(LineBuffer out, int from, Chain chain, CRC32 crc) {
        int to = out.length();
        chain.add(out.array(), from, to);
        crc.reset();
        crc.update(out.array(), from, to - from);
        out.write('\t');
        Hex.write((int) crc.getValue(), out);
        out.write('\t');
        chain.writeTo(out);
        out.write('\n');
    }

    /** Whether it has the form of a line and its payload is what was written. */
    boolean intact() {
        int end = payloadEnd();
        if (end <= from || bytes[end] != '\t' || bytes[end + 9] != '\t') {
            return false;
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, from, end - from);
        return Hex.matches(bytes, end + 1, (int) crc.getValue());
    }

    /** Where the payload ends. */
    int payloadEnd() {
        return to - TRAILER;
    }

    int payloadLength() {
        return payloadEnd() - from;
    }

    /** The chain's value as it stands in the line; only of an intact one. */
    String chain() {
        return new String(bytes, to - 64, 64, StandardCharsets.ISO_8859_1);
    }
}
