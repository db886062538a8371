package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.it.promise.kept.Promise;
import io.switchboard.it.trouble.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at any moment of a deployment: the next start finds in the folder what it has to know, and clears away the rest. */
class DeployKillIT {
    private static final int KILLS = Integer.getInteger("deploy.kills", 2);
    private static final int MOST_MILLIS = 150;
    private static final int FILES = 10;
    private static final String PROMISE = "com.example.promise";

    @Test
    void afterAKillInTheMiddleOfADeploymentTheFolderCounts(@TempDir Path home) throws Exception {
        Random random = new Random(Long.getLong("deploy.seed", 1));
        for (int kill = 1; kill <= KILLS; kill++) {
            try (HubProcess hub = HubProcess.start(home)) {
                ConnectorJar.drop(hub, "trouble.jar", Trouble.class, "1." + kill + ".0");
                Class<?> promise = kill % 2 == 1 ? Promise.class : io.switchboard.it.promise.more.Promise.class;
                ConnectorJar.drop(hub, "promise.jar", promise, PROMISE, "1." + kill + ".0");
                for (int i = 0; i < FILES; i++) {
                    Drop.headers(
                            hub, "file" + i + ".jar", "com.example.file" + i, Map.of("Bundle-Version", kill + ".0.0"));
                }
                Thread.sleep(random.nextInt(MOST_MILLIS));
                hub.kill();
            }
        }
        try (HubProcess hub = HubProcess.start(home)) {
            Drop.awaitStatus(
                    hub, "trouble.jar", "state: running", "bundle: io.switchboard.it.trouble 1." + KILLS + ".0");
            for (int i = 0; i < FILES; i++) {
                Drop.awaitStatus(
                        hub,
                        "file" + i + ".jar",
                        "state: running",
                        "bundle: com.example.file" + i + " " + KILLS + ".0.0");
            }
            hub.admin().post("/api/trouble/v1/calm", "").ok();
            // Each is compared with the one before, so a contract that was not there whole would be told of.
            Drop.awaitStatus(hub, "promise.jar", "state: running", "bundle: " + PROMISE + " 1." + KILLS + ".0");
            Path contracts = home.resolve("data/contracts");
            Await.until("its contract is kept", () -> Files.exists(contracts.resolve("promise.v1.contract")));
            try (Stream<Path> drafts = Files.list(contracts)) {
                assertEquals(
                        List.of(),
                        drafts.filter(each -> each.toString().endsWith(".new")).toList());
            }
            ConnectorJar.drop(hub, "promise.jar", Promise.class, PROMISE, "2.0.0");
            Drop.awaitStatus(hub, "promise.jar", "state: running", "bundle: " + PROMISE + " 2.0.0");
            Await.until("nothing is left of the others", () -> {
                try (Stream<Path> copies = Files.list(home.resolve("run/deployed"))) {
                    return copies.count() == FILES + 2;
                }
            });
        }
    }
}
