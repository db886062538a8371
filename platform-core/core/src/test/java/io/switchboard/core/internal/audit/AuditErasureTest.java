package io.switchboard.core.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.audit.AuditMeasure;
import io.switchboard.core.audit.AuditPosition;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.audit.AuditRecord.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditErasureTest {
    private static final String ACT = "0a7c0aa8ffefef09023b1296e441ce51";

    @TempDir
    Path folder;

    private final FaultyDisk disk = new FaultyDisk();

    private SegmentAuditLog open(AuditSettings settings, Clock clock) throws IOException {
        return new SegmentAuditLog(folder, "node-1", settings, clock, disk);
    }

    private SegmentAuditLog open() throws IOException {
        return open(Settings.PATIENT, Clock.systemUTC());
    }

    private static List<Person> persons(SegmentAuditLog log) throws IOException {
        return Records.all(log).stream().map(AuditRecord::person).toList();
    }

    /** Everything that lies in the folder, as one text. */
    private String everything() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    private List<Path> keyFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            return files.filter(file -> file.toString().endsWith(".keys"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void nothingThatNamesACustomerStandsInClear() throws Exception {
        try (SegmentAuditLog log = open()) {
            log.append(Records.about("1", "C-4711"), true);
            AuditRecord found = Records.all(log).get(0);
            assertEquals("C-4711", found.customer());
            assertEquals("conv-77", found.conversation());
            assertTrue(found.arguments().contains("hello"), found::arguments);
        }
        String written = everything();
        assertFalse(written.contains("C-4711"));
        assertFalse(written.contains("conv-77"));
        assertFalse(written.contains("hello"));
        assertTrue(written.contains("crm.v1.customer.get"), "what names nobody can be read by eye");
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/master.key"))));
        }
    }

    @Test
    void erasesOneCustomerFromAllRecordsAndNobodyElse() throws Exception {
        try (SegmentAuditLog log = open()) {
            log.append(Records.about("1", "C-1"), false);
            log.append(Records.about("2", "C-2"), false);
            log.append(Records.about("3", "C-1"), false);
            assertEquals(1, log.erase("C-1", ACT));
            assertEquals(1, log.erasedBy(ACT));
            assertEquals(0, log.erasedBy("f".repeat(32)));
            assertEquals(List.of(Person.ERASED, Person.SHOWN, Person.ERASED), persons(log));
            AuditRecord erased = Records.all(log).get(2);
            assertEquals("", erased.customer() + erased.conversation() + erased.arguments());
            assertEquals("3", erased.callId());
            assertEquals("crm.v1.customer.get", erased.operation());
            assertEquals(0, log.erase("C-1", ACT), "it is gone");
            log.append(Records.about("4", "C-1"), true);
            assertEquals("C-1", Records.all(log).get(3).customer(), "a later call has a key of its own");
        }
        try (SegmentAuditLog log = open()) {
            assertEquals(List.of(Person.ERASED, Person.SHOWN, Person.ERASED, Person.SHOWN), persons(log));
        }
        assertTrue(AuditVerifier.verify(folder, Optional.empty()).fault().isEmpty());
    }

    @Test
    void countsWhatItCannotOpen() throws Exception {
        AuditRecord first = Records.about("1", "C-1");
        AuditMeasure measure = new AuditMeasure(first.time(), "crm.v1.customer.get", first.code(), first.micros());
        try (SegmentAuditLog log = open()) {
            log.append(first, false);
            log.append(Records.about("2", "C-2"), false);
            log.append(Records.about("3", ""), true);
            assertEquals(1, log.erase("C-1", ACT));
            List<AuditMeasure> measures = new ArrayList<>();
            AuditPosition second = log.measure(AuditPosition.START, 2, measures::add);
            assertEquals(log.read(AuditPosition.START, 2, record -> {}), second);
            AuditPosition behind = log.measure(second, 10, measures::add);
            assertEquals(List.of(measure, measure, measure), measures);
            assertEquals(behind, log.measure(behind, 10, measures::add));
        }
        List<AuditMeasure> measures = new ArrayList<>();
        new FolderTrail(folder).measure(AuditPosition.START, 3, measures::add);
        assertEquals(List.of(measure, measure, measure), measures);
    }

    @Test
    void findsACustomersKeyAgainAfterARestart() throws Exception {
        for (int run = 0; run < 3; run++) {
            try (SegmentAuditLog log = open()) {
                for (int i = 0; i < 700; i++) {
                    log.append(Records.about("c", "C-" + i), false);
                }
            }
        }
        assertEquals(1, keyFiles().size());
        assertEquals(128 * 701, Files.size(keyFiles().get(0)));
        try (SegmentAuditLog log = open()) {
            assertEquals(1, log.erase("C-333", ACT));
            assertEquals(3, persons(log).stream().filter(Person.ERASED::equals).count());
        }
    }

    @Test
    void erasesFromEveryFileOfKeys() throws Exception {
        AuditSettings small = Settings.segments(4_096, 1 << 20);
        for (int month = 0; month < 3; month++) {
            Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(31L * month));
            try (SegmentAuditLog log = open(small, clock)) {
                for (int i = 0; i < 20; i++) {
                    log.append(Records.about("c", "C-" + i % 3), true);
                }
            }
        }
        assertEquals(3, keyFiles().size());
        try (SegmentAuditLog log = open()) {
            assertEquals(3, log.erase("C-1", ACT));
            assertEquals(3, log.erasedBy(ACT));
            assertEquals(21, persons(log).stream().filter(Person.ERASED::equals).count());
            assertEquals(39, persons(log).stream().filter(Person.SHOWN::equals).count());
        }
    }

    @Test
    void keysGoWithTheSegmentsThatNeedThem() throws Exception {
        AuditSettings small = Settings.segments(4_096, 1 << 20);
        for (int month = 0; month < 2; month++) {
            Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(31L * month));
            try (SegmentAuditLog log = open(small, clock)) {
                for (int i = 0; i < 40; i++) {
                    log.append(Records.about("c", "C-" + i % 3), true);
                }
            }
        }
        assertEquals(2, keyFiles().size());
        for (Path file : new SegmentFolder(folder).segments().values()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(181))));
        }
        try (SegmentAuditLog log = open(small, Clock.systemUTC())) {
            Records.await("the first file of keys has gone", () -> keyFiles().size() == 1);
            assertFalse(persons(log).contains(Person.UNREADABLE));
        }
    }

    @Test
    void refusesWhileKeysCannotBeWrittenAndComesBack() throws Exception {
        try (SegmentAuditLog log = open(Settings.impatient(64), Clock.systemUTC())) {
            log.append(Records.about("1", "C-1"), true);
            disk.full = true;
            assertThrows(AuditUnavailable.class, () -> log.append(Records.about("2", "C-2"), true));
            assertThrows(IOException.class, () -> log.erase("C-1", ACT));
            disk.full = false;
            Records.await("the log is healthy", log::healthy);
            assertEquals(List.of("1", "2"), Records.ids(log));
            log.erase("C-1", ACT);
            log.append(Records.about("3", "C-2"), true);
            assertEquals(List.of(Person.ERASED, Person.SHOWN, Person.SHOWN), persons(log));
        }
        assertTrue(AuditVerifier.verify(folder, Optional.empty()).fault().isEmpty());
    }

    @Test
    void withoutTheMasterKeyNobodyIsNamedAndTheAuditGoesOn() throws Exception {
        try (SegmentAuditLog log = open()) {
            log.append(Records.about("1", "C-1"), true);
        }
        Files.move(folder.resolve("keys/master.key"), folder.resolve("elsewhere"), StandardCopyOption.REPLACE_EXISTING);
        try (SegmentAuditLog log = open()) {
            log.append(Records.about("2", "C-1"), true);
            assertEquals(List.of(Person.UNREADABLE, Person.SHOWN), persons(log));
        }
        assertTrue(AuditVerifier.verify(folder, Optional.empty()).fault().isEmpty());
    }

    @Test
    void aCallAboutNobodyNeedsNoKey() throws Exception {
        try (SegmentAuditLog log = open()) {
            log.append(Records.about("1", ""), true);
            assertEquals(Person.SHOWN, persons(log).get(0));
            assertEquals("conv-77", Records.all(log).get(0).conversation());
        }
        assertEquals(List.of(), keyFiles());
    }

    @Test
    void goesOnBehindATornSlot() throws Exception {
        try (SegmentAuditLog log = open()) {
            log.append(Records.about("1", "C-1"), true);
            log.append(Records.about("2", "C-2"), true);
        }
        Path keys = keyFiles().get(0);
        byte[] whole = Files.readAllBytes(keys);
        Files.write(keys, java.util.Arrays.copyOf(whole, whole.length - 50));
        try (SegmentAuditLog log = open()) {
            log.append(Records.about("3", "C-2"), true);
            log.append(Records.about("4", "C-1"), true);
            assertEquals(List.of("1", "2", "3", "4"), Records.ids(log));
            assertEquals(Person.SHOWN, persons(log).get(2));
            assertEquals("C-1", Records.all(log).get(3).customer());
        }
    }
}
