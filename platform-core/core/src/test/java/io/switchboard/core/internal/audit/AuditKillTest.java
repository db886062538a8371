package io.switchboard.core.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditKillTest {
    private static final int KILLS = 3;
    private static final int THREADS = 4;

    @TempDir
    Path folder;

    @Test
    void losesNothingThatItSaidIsDurable() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < KILLS; round++) {
            int before = acknowledged.size();
            acknowledged.addAll(run("r" + round));
            assertTrue(acknowledged.size() > before);
            try (SegmentAuditLog log = open(folder)) {
                List<String> found = Records.ids(log);
                assertEquals(found.size(), new HashSet<>(found).size(), "nothing is doubled");
                assertTrue(found.containsAll(acknowledged), "nothing is lost");
            }
        }
        AuditVerifier.Report report = AuditVerifier.verify(folder, Optional.empty());
        assertTrue(report.fault().isEmpty(), report::toString);
    }

    private static SegmentAuditLog open(Path folder) throws IOException {
        return new SegmentAuditLog(folder, "node-1", Settings.segments(256 << 10, 1L << 30), Clock.systemUTC());
    }

    /** Runs a log in a process of its own, kills it in the middle, and tells which records it acknowledged. */
    private List<String> run(String round) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AuditKillTest.class.getName(),
                        folder.toString(),
                        round)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            String line = out.readLine();
            while (line != null) {
                if (line.endsWith(".")) { // the last may be torn
                    acknowledged.add(line.substring(0, line.length() - 1));
                }
                if (acknowledged.size() == 500) {
                    child.toHandle().destroyForcibly(); // leaves the stream open, unlike the process
                }
                line = out.readLine();
            }
        } finally {
            child.destroyForcibly();
        }
        assertEquals(128 + 9, child.waitFor());
        return acknowledged;
    }

    /** The child: appends until it is killed, half of it durably, and prints what was acknowledged. */
    public static void main(String[] arguments) throws Exception {
        SegmentAuditLog log = open(Path.of(arguments[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        for (int thread = 0; thread < THREADS; thread++) {
            String prefix = arguments[1] + "-" + thread + "-";
            new Thread(() -> append(log, prefix, out)).start();
        }
    }

    private static void append(SegmentAuditLog log, String prefix, PrintStream out) {
        try {
            for (int i = 0; ; i++) {
                log.append(Records.of(prefix + i), i % 2 == 0);
                if (i % 2 == 0) {
                    out.println(prefix + i + ".");
                }
            }
        } catch (AuditUnavailable e) {
            throw new IllegalStateException(e);
        }
    }
}
