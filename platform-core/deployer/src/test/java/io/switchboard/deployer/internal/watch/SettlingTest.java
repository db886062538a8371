package io.switchboard.deployer.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private static final Duration REST = Duration.ofMillis(500);

    private final TestClock clock = new TestClock();
    private final Settling settling = new Settling(REST, clock);

    @Test
    void aFileFinishedLongAgoIsTakenAtOnce() {
        assertEquals(
                Duration.ZERO, settling.remaining("a", written(clock.instant().minusSeconds(60), 10)));
    }

    @Test
    void aGrowingFileIsWaitedFor() {
        for (int size = 0; size < 5; size++) {
            assertEquals(REST, settling.remaining("a", written(clock.instant(), size)));
            clock.advance(Duration.ofMillis(400));
        }
        FileStamp last = written(clock.instant(), 99);
        assertEquals(REST, settling.remaining("a", last));
        clock.advance(Duration.ofMillis(300));
        assertEquals(Duration.ofMillis(200), settling.remaining("a", last));
        clock.advance(Duration.ofMillis(200));
        assertEquals(Duration.ZERO, settling.remaining("a", last));
    }

    @Test
    void aTimeStampFromTheFutureCountsFromWhenItWasSeen() {
        FileStamp future = written(clock.instant().plusSeconds(3600), 10);
        assertEquals(REST, settling.remaining("a", future));
        clock.advance(REST);
        assertEquals(Duration.ZERO, settling.remaining("a", future));
    }

    @Test
    void aFileThatWentAndCameBackIsNew() {
        FileStamp future = written(clock.instant().plusSeconds(3600), 10);
        settling.remaining("a", future);
        clock.advance(REST);
        settling.retain(List.of());
        assertEquals(REST, settling.remaining("a", future));
    }

    private static FileStamp written(Instant time, long size) {
        return new FileStamp(size, FileTime.from(time), "");
    }
}
