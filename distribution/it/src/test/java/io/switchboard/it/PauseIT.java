package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers hear while the connector API itself is replaced, and so nearly all of the hub is started anew. */
class PauseIT {
    private static final String CUSTOMER = "/api/crm/v1/customers/C-1001";

    @Test
    void callersAreToldToComeAgainAndNothingElse(@TempDir Path home) throws Exception {
        try (HubProcess hub = HubProcess.start(home)) {
            Caller caller = hub.admin();
            Queue<Answer> others = new ConcurrentLinkedQueue<>();
            try (CallLoad load = new CallLoad(1, List.of(() -> {
                Answer answer = caller.get(CUSTOMER, "Accept-Language", "zh");
                if (answer.status() != 200) {
                    others.add(answer);
                }
                return answer;
            }))) {
                load.awaitMore(5);
                Drop.own(hub, "api.jar", "io.switchboard.connector", "1.77.0");
                Drop.awaitStatus(hub, "api.jar", "state: running", "bundle: io.switchboard.connector 1.77.0");
                Await.until(
                        "customers are there again", () -> caller.get(CUSTOMER).status() == 200);
            }
            List<Answer> paused = others.stream()
                    .filter(each ->
                            each.status() == 503 && each.json().path("code").asInt() == 5002)
                    .toList();
            assertFalse(paused.isEmpty(), others::toString);
            for (Answer each : paused) {
                assertTrue(Integer.parseInt(each.header("Retry-After")) >= 1, each::toString);
                assertTrue(each.json().path("detail").asText().contains("稍后原样重发"), each::toString);
            }
            assertEquals(
                    List.of(),
                    others.stream().filter(each -> each.status() == 500).toList());
            Files.delete(hub.home().resolve("deploy/api.jar"));
        }
    }
}
