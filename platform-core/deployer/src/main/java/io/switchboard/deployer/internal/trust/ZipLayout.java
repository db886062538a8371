package io.switchboard.deployer.internal.trust;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses a jar that two readers could take for two different ones (APPNOTE.TXT of PKWARE, 4.3): whoever reads it from the front, by
 * its table of contents or by the last entry of a name gets the same. So what was verified is what is loaded.
 */
final class ZipLayout {
    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final int CENTRAL_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int MOST_CENTRAL_BYTES = 64 << 20;
    private static final int ENCRYPTED = 1;

    private final FileChannel file;
    private final Set<String> names = new HashSet<>();

    private ZipLayout(FileChannel file) {
        this.file = file;
    }

    /** Throws when the layout leaves anything open. */
    static void check(Path path) throws IOException, Untrusted {
        try (FileChannel file = FileChannel.open(path)) {
            new ZipLayout(file).check();
        } catch (EOFException e) {
            throw odd("it ends where more is announced", "文件提前结束");
        }
    }

    private void check() throws IOException, Untrusted {
        long endAt = file.size() - END_BYTES;
        if (endAt < 0) {
            throw odd("it is too short", "文件过短");
        }
        ByteBuffer end = read(endAt, END_BYTES);
        if (end.getInt(0) != END || end.getShort(20) != 0) {
            throw odd("there is something behind its end", "结尾之后还有内容");
        }
        int entries = Short.toUnsignedInt(end.getShort(10));
        long size = Integer.toUnsignedLong(end.getInt(12));
        long start = Integer.toUnsignedLong(end.getInt(16));
        // Of the large format all of these would be at their greatest, and stand elsewhere.
        if (start + size != endAt || size > MOST_CENTRAL_BYTES) {
            throw odd("its table of contents is not where it says", "目录表不在其声明的位置");
        }
        table(read(start, (int) size), entries);
    }

    private void table(ByteBuffer table, int entries) throws IOException, Untrusted {
        long first = Long.MAX_VALUE;
        int at = 0;
        for (int entry = 0; entry < entries; entry++) {
            if (at + CENTRAL_BYTES > table.limit() || table.getInt(at) != CENTRAL) {
                throw odd("its table of contents is damaged", "目录表已损坏");
            }
            int nameBytes = Short.toUnsignedInt(table.getShort(at + 28));
            int next = at
                    + CENTRAL_BYTES
                    + nameBytes
                    + Short.toUnsignedInt(table.getShort(at + 30))
                    + Short.toUnsignedInt(table.getShort(at + 32));
            if (next > table.limit()) {
                throw odd("its table of contents is damaged", "目录表已损坏");
            }
            byte[] name = new byte[nameBytes];
            table.get(at + CENTRAL_BYTES, name);
            String text = Signature.oneLine(new String(name, StandardCharsets.UTF_8));
            if (!names.add(new String(name, StandardCharsets.ISO_8859_1))) {
                throw odd("it has two entries " + text, "有两个名为 " + text + " 的条目");
            }
            long offset = Integer.toUnsignedLong(table.getInt(at + 42));
            header(offset, name, table.getShort(at + 8), table.getShort(at + 10), text);
            first = Math.min(first, offset);
            at = next;
        }
        if (at != table.limit()) {
            throw odd("its table of contents has more in it than it says", "目录表内容多于其声明");
        }
        if (first != 0) {
            throw odd("there is something before its first entry", "首个条目之前还有内容");
        }
    }

    private void header(long offset, byte[] name, short flags, short method, String text)
            throws IOException, Untrusted {
        ByteBuffer local = read(offset, LOCAL_BYTES);
        boolean same = local.getInt(0) == LOCAL
                && local.getShort(6) == flags
                && local.getShort(8) == method
                && Short.toUnsignedInt(local.getShort(26)) == name.length
                && read(offset + LOCAL_BYTES, name.length).equals(ByteBuffer.wrap(name));
        if (!same) {
            throw odd("its entry " + text + " is another than its table of contents says", "条目 " + text + " 与目录表不符");
        }
        if ((flags & ENCRYPTED) != 0) {
            throw odd("its entry " + text + " is encrypted", "条目 " + text + " 已加密");
        }
    }

    private ByteBuffer read(long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }

    private static Untrusted odd(String en, String zh) {
        return new Untrusted(
                "readers could take it for different jars: " + en + "; build and sign it again with the usual tools",
                "不同的读取方式会得到不同的内容：" + zh + "；请用常规工具重新构建并签名");
    }
}
