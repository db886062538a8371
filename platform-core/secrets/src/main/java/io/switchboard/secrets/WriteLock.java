package io.switchboard.secrets;

import io.switchboard.secrets.SecretFault.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Held while the file of secrets is rewritten, so that of two processes neither loses what the other wrote. */
final class WriteLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAUSE_MILLIS = 20;

    private final FileChannel channel;
    private final FileLock lock;

    private WriteLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static WriteLock take(Path file) throws IOException {
        FileChannel channel = OwnedFile.open(file);
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            FileLock lock = tryLock(channel);
            while (lock == null) {
                if (System.nanoTime() > end) {
                    throw new SecretFault(
                            Reason.BUSY, file.toString(), "another process has been writing secrets for too long");
                }
                Thread.sleep(PAUSE_MILLIS);
                lock = tryLock(channel);
            }
            return new WriteLock(channel, lock);
        } catch (InterruptedException e) {
            channel.close();
            Thread.currentThread().interrupt();
            throw new SecretFault(Reason.BUSY, file.toString(), "interrupted while another process wrote secrets");
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
            return null;
        }
    }

    void requireHeld() throws IOException {
        if (!lock.isValid()) {
            throw new IOException("the lock was lost");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
