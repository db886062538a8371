package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.promise.broken.Promise;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector that breaks its contract, on a hub of its own. */
class ContractIT {
    private static final String NAME = "com.example.promise";
    private static final String GIVE = "/api/promise/v1/word.give";
    private static final Pattern ACCEPT = Pattern.compile("contract\\.accept = (promise\\.v1:[0-9a-f]{32})");

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

    @Test
    void aBreakIsRefusedUntilItIsAcceptedAndCanBeTakenBack() throws Exception {
        Caller admin = hub.admin();
        dropKept("1.0.0");
        Drop.awaitStatus(hub, "promise.jar", "state: running", "bundle: " + NAME + " 1.0.0");
        admin.post(GIVE, "{\"word\":\"yes\"}").ok();

        ConnectorJar.drop(hub, "promise.jar", Promise.class, NAME, "1.1.0");
        String refused = awaitWords("reason:", "argument reason is new and required");
        assertTrue(refused.contains("state: refused"), refused);
        assertTrue(refused.contains("breaking: word.give: result more has gone."), refused);
        admin.post(GIVE, "{\"word\":\"yes\"}").ok();

        // The file is the one that is refused; what it was to replace is there all the same.
        stop();
        hub = HubProcess.start(hub.home());
        Caller again = hub.admin();
        refused = awaitWords("state: refused", "still running: " + NAME + " 1.0.0");
        again.post(GIVE, "{\"word\":\"yes\"}").ok();

        Matcher named = ACCEPT.matcher(refused);
        assertTrue(named.find(), refused);
        settings("\ncontract.accept = " + named.group(1) + "\ncontract.by = Li Wei\n");
        String accepted = awaitWords("state: running", "accepted by Li Wei");
        assertTrue(accepted.contains("breaking: word.give: argument reason is new and required."), accepted);
        assertEquals(400, again.post(GIVE, "{\"word\":\"yes\"}").status());
        JsonNode found = again.post("/api/audit/v1/records/search", "{\"operation\":\"hub.contract.accept\"}")
                .ok();
        assertEquals("Li Wei", found.path("items").path(0).path("principal").asText(), found::toString);

        dropKept("1.2.0");
        Await.until(
                "the old contract is back",
                () -> again.post(GIVE, "{\"word\":\"yes\"}").status() == 200);
        awaitWords("back to a contract that was accepted before");
    }

    private static void dropKept(String version) throws Exception {
        ConnectorJar.drop(hub, "promise.jar", io.switchboard.it.promise.kept.Promise.class, NAME, version);
    }

    private static String awaitWords(String... words) {
        String[] last = {""};
        Await.until(String.join(" + ", words) + " is said of promise.jar", () -> {
            last[0] = Drop.status(hub, "promise.jar");
            for (String each : words) {
                if (!last[0].contains(each)) {
                    return false;
                }
            }
            return true;
        });
        return last[0];
    }

    private static void settings(String added) throws Exception {
        Path file = hub.home().resolve("etc/io.switchboard.core.cfg");
        Path half = file.resolveSibling("half");
        Files.writeString(half, Files.readString(file) + added);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
