package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptIT {
    private record Said(int code, String text) {}

    private static Said run(Path home, String language, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = HubProcess.script(home, arguments);
        builder.environment().remove("LC_ALL");
        builder.environment().put("LANG", language);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    @Test
    void aHubIsStartedAskedShownAndStopped(@TempDir Path home) throws Exception {
        assertEquals(4, run(home, "C.UTF-8", "status").code());
        assertEquals(4, run(home, "C.UTF-8", "demo").code());
        Said started = run(home, "C.UTF-8", "start", "--demo");
        assertEquals(0, started.code(), started.text());
        try {
            assertTrue(started.text().contains("Switchboard is running"), started.text());
            assertEquals(3, run(home, "C.UTF-8", "start").code(), "one home has one hub");
            assertTrue(run(home, "C.UTF-8", "status").text().startsWith("running: http://127.0.0.1:"));

            Said demo = run(home, "C.UTF-8", "demo");
            assertEquals(0, demo.code(), demo.text());
            assertTrue(demo.text().contains("Idempotency-Replayed: true"), demo.text());
            assertTrue(demo.text().contains("The chatbot comes by a token"), demo.text());
            Said chinese = run(home, "zh_CN.UTF-8", "demo");
            assertEquals(0, chinese.code(), chinese.text());
            assertTrue(chinese.text().contains("机器人获取令牌"), chinese.text());
        } finally {
            assertEquals(0, run(home, "C.UTF-8", "stop").code());
        }
        assertEquals(4, run(home, "C.UTF-8", "status").code());
        assertEquals(64, run(home, "C.UTF-8", "dance").code());
    }

    @ParameterizedTest
    @CsvSource({
        "17, false",
        "17.0.8.1, false",
        "17.0.9, true",
        "17.0.15, true",
        "20.0.2, false",
        "21.0.1, true",
        "25, true"
    })
    void aJavaGetsNoOptionThatItDoesNotKnow(String version, boolean trims, @TempDir Path home) throws Exception {
        Path java = Files.createDirectories(home.resolve("java/bin")).resolve("java");
        Files.writeString(home.resolve("java/release"), "JAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true));
        ProcessBuilder builder = HubProcess.script(home, "run");
        builder.environment().put("JAVA_HOME", home.resolve("java").toString());
        String options = new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(options.contains("-XX:+UseSerialGC"), options);
        assertEquals(trims, options.contains("-XX:TrimNativeHeapInterval="), options);
    }

    @Test
    void aStartSaysAtOnceWhatIsWrongInEtc(@TempDir Path home) throws Exception {
        Path etc = Files.createDirectories(home.resolve("etc"));
        try (Stream<Path> shipped = Files.list(HubProcess.folder().resolve("etc"))) {
            for (Path file : shipped.toList()) {
                Files.copy(file, etc.resolve(file.getFileName().toString()));
            }
        }
        Files.writeString(
                home.resolve("etc/io.switchboard.ticket.cfg"), "instance = $[secret:of-which-nobody-knows]\n");
        long begun = System.nanoTime();
        Said started = run(home, "C.UTF-8", "start", "--demo");
        try {
            assertEquals(1, started.code(), started.text());
            assertTrue(started.text().contains("io.switchboard.ticket.cfg"), started.text());
            assertTrue(started.text().contains("of-which-nobody-knows is not set"), started.text());
            assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 100, "it waited to the end");
            assertTrue(run(home, "C.UTF-8", "status").text().startsWith("starting: "), "it runs");
            Process set = HubProcess.script(home, "secret", "set", "of-which-nobody-knows")
                    .start();
            try (OutputStream in = set.getOutputStream()) {
                in.write("embedded".getBytes(StandardCharsets.UTF_8));
            }
            assertEquals(0, set.waitFor());
            Await.until(
                    "the hub becomes ready by itself",
                    () -> run(home, "C.UTF-8", "status").text().startsWith("running: "));
        } finally {
            assertEquals(0, run(home, "C.UTF-8", "stop").code());
        }
    }
}
