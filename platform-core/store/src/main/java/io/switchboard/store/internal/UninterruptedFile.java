package io.switchboard.store.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

/** A file whose reads and writes an interrupt neither stops nor turns into a closed channel. Safe for use from many threads. */
final class UninterruptedFile extends FileBaseDefault {
    private final Path path;
    private final RandomAccessFile file;

    UninterruptedFile(Path path, String mode) throws IOException {
        this.path = path;
        // Also for "rws" and "rwd": H2 forces what has to be on the disk.
        this.file = new RandomAccessFile(path.toFile(), mode.equals("r") ? "r" : "rw");
    }

    @Override
    public long size() throws IOException {
        return file.length();
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
        byte[] bytes = new byte[target.remaining()];
        file.seek(position);
        int read = file.read(bytes);
        if (read > 0) {
            target.put(bytes, 0, read);
        }
        return read;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        int length = source.remaining();
        byte[] bytes = new byte[length];
        source.get(bytes);
        file.seek(position);
        file.write(bytes);
        return length;
    }

    @Override
    protected synchronized void implTruncate(long size) throws IOException {
        if (size < file.length()) {
            file.setLength(size);
        }
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.getFD().sync();
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.getChannel().tryLock(position, size, shared);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
