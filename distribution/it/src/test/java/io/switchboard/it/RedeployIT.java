package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.it.trouble.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample of what {@code bench/soak/redeploy} does at length, on a hub of its own. */
class RedeployIT {
    private static final int UPDATES = Integer.getInteger("redeploy.updates", 10);
    private static final int AGAIN = Integer.getInteger("redeploy.again", 20);
    /** Between two updates, so that calls are under way at each. */
    private static final int CALLS = 30;

    private static final String LOADER = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";

    @SuppressWarnings("NullAway.Init")
    private static HubProcess hub;

    @BeforeAll
    static void start(@TempDir Path home) throws IOException {
        SharedHub.configure(home.resolve("etc"));
        hub = HubProcess.start(home);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void noCallFailsWhileConnectorBackendAndSecurityAreUpdated() throws Exception {
        Redeployments updates = new Redeployments(hub);
        updates.begin();
        List<String> failures;
        long calls;
        try (CallLoad load = new CallLoad(2, Redeployments.calls(hub))) {
            load.awaitMore(CALLS);
            while (updates.done() < UPDATES) {
                updates.next();
                load.awaitMore(CALLS);
            }
            failures = load.failures();
            calls = load.calls();
        }
        updates.end();
        assertEquals(List.of(), failures, () -> "of " + updates.done() + " updates");
        assertTrue(calls > (long) UPDATES * CALLS, "calls " + calls);
        Await.until(
                "the hub's own are back", () -> hub.log().contains("The hub's own io.switchboard.security is back"));
        hub.admin().get("/api/crm/v1/customers/C-1001").ok();
    }

    @Test
    void nothingOfABundleStaysInMemory() throws Exception {
        Path jar = ConnectorJar.drop(hub, "leak.jar", Trouble.class, "2.0.0");
        Drop.awaitStatus(hub, "leak.jar", "state: running");
        hub.admin().post("/api/trouble/v1/calm", "").ok();
        Await.until("what was deployed before has gone", () -> hub.instances(Trouble.class.getName()) == 1);
        long loaders = hub.instances(LOADER);
        Caller caller = hub.admin();
        for (int i = 1; i <= AGAIN; i++) {
            String version = "2." + i + ".0";
            ConnectorJar.drop(hub, "leak.jar", Trouble.class, version);
            Drop.awaitStatus(
                    hub, "leak.jar", "state: running", "bundle: " + Trouble.class.getPackageName() + " " + version);
            caller.post("/api/trouble/v1/calm", "").ok();
        }
        Await.until(
                "one is left", () -> hub.instances(Trouble.class.getName()) == 1 && hub.instances(LOADER) <= loaders);
        Files.delete(jar);
        Await.until(
                "none is left",
                () -> hub.instances(Trouble.class.getName()) == 0 && hub.instances(LOADER) < loaders);
    }
}
