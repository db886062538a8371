package io.switchboard.bench.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Where and when something was measured; without that no number means anything. */
final class Machine {
    private Machine() {}

    /** One sentence for above a table. Its load average is that of the last minute before this is called. */
    static String described(String java) throws IOException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse("unknown processor");
        return "%s; %d × %s; %s"
                .formatted(
                        OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
                        Runtime.getRuntime().availableProcessors(),
                        processor.strip(),
                        java);
    }

    /** How many processes wanted a processor in the last minute, on average. */
    static String load() throws IOException {
        String averages = Files.readString(Path.of("/proc/loadavg"));
        return averages.substring(0, averages.indexOf(' '));
    }
}
