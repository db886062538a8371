package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.it.trouble.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector that does its worst, while another is called steadily. On a hub of its own, with a quarantine that is soon over. */
class QuarantineIT {
    @SuppressWarnings("NullAway.Init")
    private static HubProcess hub;

    @BeforeAll
    static void start(@TempDir Path home) {
        hub = HubProcess.start(home);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static void settings(String added) throws Exception {
        Path file = hub.home().resolve("etc/io.switchboard.core.cfg");
        Path half = file.resolveSibling("half");
        Files.writeString(half, Files.readString(file) + added);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Answer call(Caller admin, String operation) {
        return admin.post("/api/trouble/v1/" + operation, operation.equals("hang") ? "{\"millis\":15000}" : "");
    }

    @Test
    void whatFailsAgainAndAgainIsLeftAloneAndComesBack() throws Exception {
        Caller admin = hub.admin();
        Path jar = ConnectorJar.drop(hub, "trouble.jar", Trouble.class);
        Await.until("trouble is there", () -> call(admin, "calm").status() == 200);
        try (SteadyCalls others = new SteadyCalls(admin, 2)) {
            for (String operation : List.of("fail", "link", "dive", "nothing", "hole")) {
                call(admin, operation).problem(502, 5007);
            }
            hangs(admin);
            settings("\nquarantine.failures = 5\nquarantine.pause.seconds = 2\nquarantine.longest.seconds = 4\n");
            Await.until("it is in quarantine", () -> call(admin, "fail").status() == 503);
            Answer refused = call(admin, "calm");
            refused.problem(503, 5008);
            assertFalse(refused.header("Retry-After").isEmpty(), refused::toString);
            String ready = admin.get("/health/ready").body();
            assertTrue(ready.contains("trouble.v1"), ready);
            assertEquals(200, admin.get("/health/ready").status());
            Await.until("it is back", () -> call(admin, "calm").status() == 200);
            Await.until("it is in quarantine again", () -> call(admin, "fail").status() == 503);
            assertTrue(release(admin));
            call(admin, "calm").ok();
            assertFalse(release(admin), "nothing is left to end");
            others.more(50);
            assertEquals(List.of(), others.failures());
        }
        Files.delete(jar);
        Await.until("trouble is gone", () -> call(admin, "calm").status() == 404);
    }

    private static boolean release(Caller admin) {
        return admin.post("/api/quarantine/v1/releases", "{\"connector\":\"trouble.v1\"}")
                .ok()
                .path("released")
                .asBoolean();
    }

    /** As many as may be within it, none of which heeds its deadline. */
    private static void hangs(Caller admin) {
        ExecutorService callers = Executors.newFixedThreadPool(70);
        try {
            List<CompletableFuture<Answer>> all = new ArrayList<>();
            for (int i = 0; i < 70; i++) {
                all.add(CompletableFuture.supplyAsync(() -> call(admin, "hang"), callers));
            }
            for (CompletableFuture<Answer> each : all) {
                int status = each.join().status();
                assertTrue(status == 504 || status == 503, "answered " + status);
            }
        } finally {
            callers.shutdownNow();
        }
    }
}
