package io.switchboard.core.internal.audit;

import io.switchboard.core.internal.audit.key.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** A disk that can be full, writing half of what it is given, and that can hang. */
final class FaultyDisk implements Disk {
    volatile boolean full;
    volatile boolean forceFails;
    /** Whoever holds it makes the disk hang. */
    final ReentrantLock hanging = new ReentrantLock();

    final AtomicInteger forces = new AtomicInteger();

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
        return new Faulty(FileChannel.open(file, options));
    }

    private final class Faulty extends FileChannel {
        private final FileChannel real;

        Faulty(FileChannel real) {
            this.real = real;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (full) {
                ByteBuffer half = source.slice(source.position(), source.remaining() / 2);
                source.position(source.position() + real.write(half));
                throw new IOException("No space left on device");
            }
            return real.write(source);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            hanging.lock();
            try {
                forces.incrementAndGet();
                if (forceFails) {
                    throw new IOException("Input/output error");
                }
                real.force(metaData);
            } finally {
                hanging.unlock();
            }
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public FileChannel position(long newPosition) throws IOException {
            real.position(newPosition);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            real.truncate(size);
            return this;
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }

        @Override
        public int read(ByteBuffer target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long read(ByteBuffer[] targets, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return real.read(target, position);
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (full) {
                real.write(source.slice(source.position(), source.remaining() / 2), position);
                throw new IOException("No space left on device");
            }
            return real.write(source, position);
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }
    }
}
