package io.switchboard.bench.jmh;

import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.internal.audit.AuditSettings;
import io.switchboard.core.internal.audit.AuditUnavailable;
import io.switchboard.core.internal.audit.SegmentAuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The record of a read on its way to the disk. The queue is always full here, so what is measured is the writer: encoding, chain, file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AuditBenchmark {
    private static final AuditSettings SETTINGS = new AuditSettings(
            64L << 20,
            Duration.ofDays(1),
            128L << 20,
            8192,
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMillis(100));

    private final AuditRecord entry = new AuditRecord(
            Instant.now(),
            "hub",
            "0a7c0aa8ffefef09023b1296e441ce51",
            "8d26598c58048d800a7c0aa8ffefef09",
            "rest",
            "demo-chatbot",
            "",
            "",
            Customers.ID,
            "",
            Customers.GET,
            "{\"customerId\":\"C-1001\"}",
            0,
            "",
            false,
            "",
            61,
            1,
            "",
            AuditRecord.Person.SHOWN);
    private @Nullable Path folder;
    private @Nullable SegmentAuditLog log;

    /** Opens a log in a folder of its own. */
    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("switchboard-bench");
        log = new SegmentAuditLog(folder, "bench", SETTINGS, Clock.systemUTC());
    }

    /** Hands a record over, which nobody waits for. */
    @Benchmark
    public void append() throws AuditUnavailable {
        if (log != null) {
            log.append(entry, false);
        }
    }

    /** Ends the log and removes its folder. */
    @TearDown
    public void close() throws IOException {
        if (log != null && folder != null) {
            log.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(each);
                }
            }
        }
    }
}
