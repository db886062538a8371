package io.switchboard.core.internal.audit.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.internal.audit.AuditSettings;
import io.switchboard.core.internal.audit.SegmentAuditLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditToolTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");
    private static final int RECORDS = 60;
    private static final String ACT = "0a7c0aa8ffefef09023b1296e441ce51";

    @TempDir
    Path folder;

    private String said = "";

    @BeforeEach
    void write() throws Exception {
        append(0, RECORDS);
    }

    private void append(int from, int to) throws Exception {
        AuditSettings usual = AuditSettings.DEFAULTS;
        AuditSettings small = new AuditSettings(
                4_096,
                usual.retention(),
                1 << 20,
                usual.queueCapacity(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                usual.forceInterval());
        try (SegmentAuditLog log = new SegmentAuditLog(folder, "node-1", small, Clock.systemUTC())) {
            for (int i = from; i < to; i++) {
                log.append(call(i), true);
            }
        }
    }

    private static AuditRecord call(int i) {
        return new AuditRecord(
                BEGIN.plusSeconds(i),
                "node-1",
                "call" + i,
                "trace" + i / 2,
                i % 3 == 0 ? "mcp" : "rest",
                "desk",
                "li.wei",
                i % 5 == 0 ? "agent-7" : "",
                "C-" + i % 4,
                "conv-" + i / 10,
                "crm.v1.customer.get",
                "{\"n\":\"" + i + "\"}",
                i % 2 == 0 ? 0 : 4001,
                "",
                false,
                "",
                100,
                1,
                "",
                AuditRecord.Person.SHOWN);
    }

    private int run(Locale locale, String... arguments) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        words.add(folder.toString());
        int code = new AuditTool(locale).run(out, out, words.toArray(String[]::new));
        out.flush();
        said = text.toString();
        return code;
    }

    private int run(String... arguments) {
        return run(Locale.ENGLISH, arguments);
    }

    private String anchor() {
        assertEquals(AuditTool.WHOLE, run("verify"), () -> said);
        return said.lines()
                .filter(line -> line.startsWith("Anchor: "))
                .findFirst()
                .orElseThrow()
                .substring("Anchor: ".length());
    }

    private Path segment(int number) {
        return folder.resolve(String.format("%010d.audit", number));
    }

    private Path lastSegment() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".audit"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
    }

    private void refuses(String... words) {
        assertEquals(AuditTool.NOT_WHOLE, run("verify"), () -> said);
        for (String word : words) {
            assertTrue(said.contains(word), () -> said);
        }
    }

    @Test
    void isFoundByTheNameOfTheCommand() {
        assertEquals(
                AuditTool.class,
                ToolProvider.findFirst("audit").map(Object::getClass).orElseThrow());
    }

    @Test
    void saysThatAllIsWhole() {
        assertEquals(AuditTool.WHOLE, run("verify"), () -> said);
        assertTrue(said.contains("records 1 to 60 of " + folder), () -> said);
        assertEquals(AuditTool.WHOLE, run(Locale.CHINA, "verify"));
        assertTrue(said.contains("审计记录与写入时一致"), () -> said);
    }

    @Test
    void staysWholeWhenACustomerIsErased() throws Exception {
        String before = anchor();
        try (SegmentAuditLog log = new SegmentAuditLog(folder, "node-1", AuditSettings.DEFAULTS, Clock.systemUTC())) {
            log.erase("C-1", ACT);
        }
        assertEquals(AuditTool.WHOLE, run("verify", "--anchor", before), () -> said);
    }

    @Test
    void findsAChangedRecordAndSaysWhere() throws Exception {
        List<String> lines = Files.readAllLines(segment(2));
        String number = lines.get(3).replaceAll("\\{\"n\":(\\d+),.*", "$1");
        lines.set(3, lines.get(3).replace("li.wei", "li.mei"));
        Files.write(segment(2), lines);
        refuses("segment 2, byte", "record " + number + ".", "was changed");
        assertEquals(AuditTool.NOT_WHOLE, run(Locale.CHINA, "verify"));
        assertTrue(said.contains("该行被更改"), () -> said);
    }

    @Test
    void findsARemovedRecord() throws Exception {
        List<String> lines = Files.readAllLines(segment(1));
        lines.remove(4);
        Files.write(segment(1), lines);
        refuses("segment 1, byte", "record 4.", "Another record stands in its place");
    }

    @Test
    void findsRecordsInAnotherOrder() throws Exception {
        List<String> lines = Files.readAllLines(segment(1));
        Collections.swap(lines, 2, 3);
        Files.write(segment(1), lines);
        refuses("record 2.", "Another record stands in its place");
    }

    @Test
    void findsARemovedSegment() throws Exception {
        Files.delete(segment(2));
        refuses("segment 2, byte 0", "was removed");
    }

    @Test
    void findsSegmentsThatChangedNames() throws Exception {
        Path aside = folder.resolve("aside");
        Files.move(segment(1), aside);
        Files.move(segment(2), segment(1));
        Files.move(aside, segment(2));
        refuses("segment 1, byte 0", "does not continue");
    }

    @Test
    void findsACutSegment() throws Exception {
        byte[] whole = Files.readAllBytes(segment(2));
        Files.write(segment(2), Arrays.copyOf(whole, whole.length - 40));
        refuses("segment 2, byte", "was cut off");
    }

    @Test
    void findsACutEnd() throws Exception {
        List<String> lines = Files.readAllLines(lastSegment());
        assertTrue(lines.size() > 1, "there is a record to cut off");
        Files.write(lastSegment(), lines.subList(0, lines.size() - 1));
        refuses("record 60.", "Records 60 to 60, at least, were cut off");
    }

    /** Who can write the head, too, is found by the anchor alone. */
    @Test
    void findsACutEndWithoutAHeadByTheAnchor() throws Exception {
        String known = anchor();
        List<String> lines = Files.readAllLines(lastSegment());
        Files.write(lastSegment(), lines.subList(0, lines.size() - 1));
        Files.delete(folder.resolve("head"));
        assertEquals(AuditTool.WHOLE, run("verify"), "nothing in the folder tells of it");
        assertEquals(AuditTool.NOT_WHOLE, run("verify", "--anchor", known));
        assertTrue(said.contains("Records 60 to 60, at least, were cut off"), () -> said);
    }

    @Test
    void findsAnAuditThatWasWrittenAnewByTheAnchor() throws Exception {
        String known = anchor();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.delete(file);
            }
        }
        append(1, RECORDS + 1);
        assertEquals(AuditTool.WHOLE, run("verify"));
        assertEquals(AuditTool.NOT_WHOLE, run("verify", "--anchor", known));
        assertTrue(said.contains("was written anew"), () -> said);
    }

    @Test
    void anAnchorHoldsWhileTheAuditGoesOn() throws Exception {
        String known = anchor();
        append(RECORDS, RECORDS + 30);
        assertEquals(AuditTool.WHOLE, run("verify", "--anchor", known), () -> said);
        Files.delete(segment(1));
        List<String> head = Files.readAllLines(folder.resolve("head"));
        Files.writeString(folder.resolve("head"), head.get(0).replace("first=1 ", "first=2 ") + "\n");
        assertEquals(AuditTool.WHOLE, run("verify", "--anchor", known), () -> said);
        assertEquals(AuditTool.WHOLE, run("verify", "--anchor", "1:" + "0".repeat(64)), () -> said);
        assertTrue(said.contains("says nothing any more"), () -> said);
    }

    private List<JsonNode> export(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("export"));
        words.addAll(Arrays.asList(options));
        assertEquals(AuditTool.WHOLE, run(words.toArray(String[]::new)), () -> said);
        List<JsonNode> found = new ArrayList<>();
        for (String line : said.lines().toList()) {
            found.add(new ObjectMapper().readTree(line));
        }
        return found;
    }

    @Test
    void exportsLinesOfJson() throws Exception {
        List<JsonNode> all = export();
        assertEquals(RECORDS, all.size());
        assertEquals(
                "{\"time\":\"2026-11-22T10:00:05Z\",\"node\":\"node-1\",\"callId\":\"call5\",\"traceId\":\"trace2\","
                        + "\"transport\":\"rest\",\"principal\":\"desk\",\"user\":\"li.wei\",\"actor\":\"agent-7\","
                        + "\"customerId\":\"C-1\",\"conversation\":\"conv-0\",\"operation\":\"crm.v1.customer.get\","
                        + "\"arguments\":\"{\\\"n\\\":\\\"5\\\"}\",\"code\":4001,\"replayed\":false,\"micros\":100,"
                        + "\"attempts\":1,\"person\":\"SHOWN\"}",
                all.get(5).toString());
    }

    @Test
    void exportsWhatIsAskedFor() throws Exception {
        assertEquals(15, export("--customer", "C-1").size());
        assertEquals(12, export("--actor", "agent-7").size());
        assertEquals(30, export("--code", "4001").size());
        assertEquals(1, export("--call", "call17").size());
        assertEquals(2, export("--trace", "trace8").size());
        assertEquals(10, export("--conversation", "conv-3").size());
        assertEquals(20, export("--transport", "mcp").size());
        assertEquals(0, export("--operation", "crm.v1.customer.find").size());
        assertEquals(
                List.of("call10", "call11"),
                export("--from", "2026-11-22T10:00:10Z", "--to", "2026-11-22T10:00:12Z").stream()
                        .map(each -> each.path("callId").asText())
                        .toList());
        assertEquals(
                3,
                export("--customer", "C-1", "--transport", "mcp", "--code", "4001", "--principal", "desk").stream()
                        .filter(each -> each.path("callId").asText().matches("call(9|21|33)"))
                        .count());
    }

    @Test
    void exportsWithoutTheErased() throws Exception {
        try (SegmentAuditLog log = new SegmentAuditLog(folder, "node-1", AuditSettings.DEFAULTS, Clock.systemUTC())) {
            log.erase("C-1", ACT);
        }
        assertEquals(0, export("--customer", "C-1").size());
        List<JsonNode> erased = export().stream()
                .filter(each -> each.path("person").asText().equals("ERASED"))
                .toList();
        assertEquals(15, erased.size());
        assertFalse(erased.get(0).has("arguments"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "prove",
                "verify --anchor",
                "verify --anchor 12",
                "verify --from 2026-11-22T10:00:10Z",
                "export --from yesterday",
                "export --code many",
                "export --call 1 --call 2",
                "export --what x"
            })
    void saysHowItIsUsed(String line) {
        assertEquals(AuditTool.USAGE, run(line.isEmpty() ? new String[0] : line.split(" ")), () -> said);
        assertTrue(said.contains("Usage:"), () -> said);
    }

    @Test
    void saysThatThereIsNoFolder() {
        StringWriter text = new StringWriter();
        PrintWriter err = new PrintWriter(text);
        assertEquals(
                AuditTool.FAILED,
                new AuditTool(Locale.ENGLISH)
                        .run(err, err, "verify", folder.resolve("nothing").toString()));
        assertTrue(text.toString().contains("SWITCHBOARD_HOME"), text::toString);
    }

    @Test
    void saysTheSameInBothLanguages() {
        String name = "io.switchboard.core.internal.audit.tool.texts";
        Set<String> english =
                new TreeSet<>(ResourceBundle.getBundle(name, Locale.ROOT).keySet());
        Set<String> chinese =
                new TreeSet<>(ResourceBundle.getBundle(name, Locale.CHINESE).keySet());
        assertEquals(english, chinese);
    }
}
