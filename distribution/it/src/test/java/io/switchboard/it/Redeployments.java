package io.switchboard.it;

import io.switchboard.it.trouble.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;

/** Updates of a connector, a backend and the security plugin in turn, every fifth of them broken. */
final class Redeployments {
    static final String CONNECTOR = "trouble.jar";
    private static final String BACKEND = "crm-embedded.jar";
    private static final String SECURITY = "security.jar";
    private static final int BROKEN = 5;
    private static final List<BrokenUpdate> KINDS = List.of(BrokenUpdate.values());

    private final HubProcess hub;
    private int done;
    private int broken;
    private String connectorVersion = "";

    Redeployments(HubProcess hub) {
        this.hub = hub;
    }

    /** What the updates must not disturb: calls through each of the three, and requests for tokens. */
    static List<Supplier<Answer>> calls(HubProcess hub) {
        Caller caller = hub.admin();
        return List.of(() -> caller.post("/api/trouble/v1/calm", ""), () -> caller.get("/api/crm/v1/customers/C-1001"));
    }

    /** Deploys the connector for the first time. */
    void begin() throws Exception {
        connectorVersion = "1.0.0";
        ConnectorJar.drop(hub, CONNECTOR, Trouble.class, connectorVersion);
        Drop.awaitStatus(hub, CONNECTOR, "state: running");
    }

    /** Makes the next update and returns when the hub has answered for it. */
    void next() throws Exception {
        done++;
        String version = "1." + done + ".0";
        if (done % BROKEN == 0) {
            breakIt();
            return;
        }
        switch (done % 3) {
            case 0 -> {
                Drop.own(hub, SECURITY, "io.switchboard.security", version);
                Drop.awaitStatus(hub, SECURITY, "state: running", "bundle: io.switchboard.security " + version);
            }
            case 1 -> {
                ConnectorJar.drop(hub, CONNECTOR, Trouble.class, version);
                connectorVersion = version;
                Drop.awaitStatus(
                        hub, CONNECTOR, "state: running", "bundle: " + Trouble.class.getPackageName() + " " + version);
            }
            default -> {
                Drop.own(hub, BACKEND, "io.switchboard.crm.embedded", version);
                Drop.awaitStatus(hub, BACKEND, "state: running", "bundle: io.switchboard.crm.embedded " + version);
            }
        }
    }

    private void breakIt() throws Exception {
        BrokenUpdate kind = KINDS.get(broken++ % KINDS.size());
        kind.drop(hub, CONNECTOR, "1." + done + ".0");
        Drop.awaitStatus(
                hub,
                CONNECTOR,
                "state: " + kind.state(),
                "reason: ",
                "still running: " + Trouble.class.getPackageName() + " " + connectorVersion);
    }

    /** Takes out what was deployed; the hub's own bundles come back. */
    void end() throws IOException {
        for (String file : List.of(SECURITY, BACKEND, CONNECTOR)) {
            Files.deleteIfExists(hub.home().resolve("deploy").resolve(file));
        }
    }

    int done() {
        return done;
    }

    int broken() {
        return broken;
    }
}
