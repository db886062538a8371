package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.it.trouble.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** Before it, caches and compilers still fill. */
    private static final int WARM = AGAIN / 4;

    /** From so many on, what grows with each would be seen. */
    private static final int LONG = 100;

    private static final String TABLE = System.getProperty("redeploy.table", "");

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
        long slowest;
        try (CallLoad load = new CallLoad(2, Redeployments.calls(hub))) {
            load.awaitMore(CALLS);
            while (updates.done() < UPDATES) {
                updates.next();
                load.awaitMore(CALLS);
            }
            failures = load.failures();
            calls = load.calls();
            slowest = load.slowestMillis();
        }
        updates.end();
        write(
                "redeploy-calls",
                "| updates | of these broken | calls | failed | slowest call, ms |\n|--:|--:|--:|--:|--:|\n| "
                        + updates.done() + " | " + updates.broken() + " | " + calls + " | " + failures.size() + " | "
                        + slowest
                        + " |");
        assertEquals(0, failures.size(), () -> "the first: " + failures.get(0));
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
        HubMemory warm = HubMemory.of(hub, Trouble.class);
        List<String> rows = new ArrayList<>(List.of(warm.row(0)));
        Caller caller = hub.admin();
        for (int i = 1; i <= AGAIN; i++) {
            String version = "2." + i + ".0";
            ConnectorJar.drop(hub, "leak.jar", Trouble.class, version);
            Drop.awaitStatus(
                    hub, "leak.jar", "state: running", "bundle: " + Trouble.class.getPackageName() + " " + version);
            caller.post("/api/trouble/v1/calm", "").ok();
            if (i % Math.max(1, WARM) == 0) {
                HubMemory now = settled(warm.loaders(), 1);
                rows.add(now.row(i));
                warm = i == WARM ? now : warm;
            }
        }
        HubMemory last = settled(warm.loaders(), 1);
        Files.delete(jar);
        HubMemory without = settled(warm.loaders() - 1, 0);
        rows.add(without.row(AGAIN + 1));
        write(
                "redeploy-memory",
                "| redeployments | live heap, MB | loaded classes | class loaders of bundles | of this connector |\n"
                        + "|--:|--:|--:|--:|--:|\n" + String.join("\n", rows));
        if (AGAIN >= LONG) {
            assertTrue(last.megabytes() < warm.megabytes() * 1.05 + 1, rows::toString);
            assertTrue(last.classes() < warm.classes() + 100, rows::toString);
        }
    }

    /** Once those that have gone are collected. */
    private static HubMemory settled(long loaders, long connectors) throws Exception {
        HubMemory[] last = {HubMemory.of(hub, Trouble.class)};
        Await.until(connectors + " of " + loaders + " is left", () -> {
            last[0] = HubMemory.of(hub, Trouble.class);
            return last[0].loaders() <= loaders && last[0].connectors() == connectors;
        });
        return last[0];
    }

    private static void write(String section, String table) throws IOException {
        String text = table + "\n\nJava " + Runtime.version().feature() + ", "
                + Runtime.getRuntime().availableProcessors() + " cores shared by clients and hub.";
        System.out.println(text);
        if (!TABLE.isEmpty()) {
            SoakPage.replace(Path.of(TABLE), section, text);
        }
    }
}
