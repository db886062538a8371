package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.it.trouble.Trouble;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopIT {
    @Test
    void callsInFlightFinishAndNewOnesAreNotToldThatNothingIsThere(@TempDir Path home) throws Exception {
        try (HubProcess hub = HubProcess.start(home)) {
            ConnectorJar.drop(hub, "trouble.jar", Trouble.class);
            Caller admin = hub.admin();
            Await.until(
                    "trouble is there",
                    () -> admin.post("/api/trouble/v1/calm", "").status() == 200);

            List<CompletableFuture<Answer>> slow = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                slow.add(CompletableFuture.supplyAsync(() -> admin.post("/api/trouble/v1/slow", "{\"millis\":3000}")));
            }
            Await.until(
                    "they are under way", () -> admin.get("/metrics").body().contains("switchboard_calls_in_flight 4"));
            hub.terminate();

            TreeSet<String> answers = new TreeSet<>();
            while (slow.stream().anyMatch(each -> !each.isDone())) {
                answers.add(ask(admin));
            }
            for (CompletableFuture<Answer> each : slow) {
                assertEquals("done", each.join().ok().path("word").asText());
            }
            assertEquals(0, hub.awaitEnd());
            assertFalse(hub.runs());
            answers.removeAll(List.of("200", "503", "no connection"));
            assertTrue(answers.isEmpty(), "new calls were answered " + answers);
            assertEquals(
                    "stopped", HubProcess.read(home, "hub.json").path("state").asText());
        }
    }

    private static String ask(Caller caller) {
        try {
            return Integer.toString(caller.get("/api/crm/v1/customers/C-1001").status());
        } catch (UncheckedIOException e) {
            return "no connection";
        }
    }
}
