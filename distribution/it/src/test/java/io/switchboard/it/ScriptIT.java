package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
