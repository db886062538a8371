package io.switchboard.it;

import io.switchboard.it.trouble.Trouble;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments where there is no room for private copies. */
class FullDiskIT {
    private static final String NAME = Trouble.class.getPackageName();

    @Test
    void whatHasNoRoomWaitsAndWhatServesGoesOn(@TempDir Path home) throws Exception {
        try (SmallDisk run = SmallDisk.at(home.resolve("run"));
                HubProcess hub = HubProcess.start(home)) {
            Caller admin = hub.admin();
            ConnectorJar.drop(hub, "trouble.jar", Trouble.class, "1.0.0");
            Drop.awaitStatus(hub, "trouble.jar", "state: running", "bundle: " + NAME + " 1.0.0");

            run.fill();
            ConnectorJar.drop(hub, "trouble.jar", Trouble.class, "1.1.0");
            Drop.awaitStatus(
                    hub,
                    "trouble.jar",
                    "state: waiting",
                    "reason: it cannot be copied yet",
                    "still running: " + NAME + " 1.0.0");
            admin.post("/api/trouble/v1/calm", "").ok();
            run.free();
            Drop.awaitStatus(hub, "trouble.jar", "state: running", "bundle: " + NAME + " 1.1.0");
            admin.get("/api/crm/v1/customers/C-1001").ok();
        }
    }
}
