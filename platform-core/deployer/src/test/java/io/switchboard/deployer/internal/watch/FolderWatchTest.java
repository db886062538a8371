package io.switchboard.deployer.internal.watch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderWatchTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aNewFileIsSeen() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        FolderWatch watch = watch(Duration.ofSeconds(30), () -> {
            if (Files.exists(folder.resolve("new"))) {
                seen.countDown();
            }
            looked.countDown();
        });
        try {
            // The slow scan comes later than this test ends, so only an event can tell.
            assertTrue(looked.await(20, TimeUnit.SECONDS));
            Files.writeString(folder.resolve("new"), "x");
            assertTrue(seen.await(20, TimeUnit.SECONDS));
        } finally {
            watch.close();
        }
    }

    @Test
    void aLookThatIsAskedForComesWithoutAnyEvent() throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        FolderWatch watch = watch(Duration.ofMillis(1), three::countDown);
        try {
            assertTrue(three.await(20, TimeUnit.SECONDS));
        } finally {
            watch.close();
        }
    }

    @Test
    void aLookThatFailsIsNotTheLast() throws Exception {
        CountDownLatch looks = new CountDownLatch(2);
        FolderWatch watch = watch(Duration.ofMillis(1), () -> {
            looks.countDown();
            throw new IllegalStateException("a test");
        });
        try {
            assertTrue(looks.await(20, TimeUnit.SECONDS));
        } finally {
            watch.close();
        }
    }

    private FolderWatch watch(Duration next, Runnable look) throws IOException {
        return new FolderWatch(List.of(new WatchedFolder() {
            @Override
            public Path path() {
                return folder;
            }

            @Override
            public Duration scan() {
                look.run();
                return next;
            }
        }));
    }
}
