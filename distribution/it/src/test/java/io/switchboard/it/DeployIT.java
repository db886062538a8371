package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.it.mistakes.TenMistakes;
import io.switchboard.it.trouble.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedHub.class)
class DeployIT {
    private static final String CUSTOMER = "/api/crm/v1/customers/C-1001";
    /** As the shipped settings have it. */
    private static final int PERMITS = 64;

    private final HubProcess hub;
    private final Caller admin;
    private final List<Path> dropped = new ArrayList<>();

    DeployIT(HubProcess hub) {
        this.hub = hub;
        admin = hub.admin();
    }

    @BeforeEach
    void dropTrouble() throws Exception {
        dropped.add(ConnectorJar.drop(hub, "trouble.jar", Trouble.class));
        Await.until("trouble is there", () -> call("calm", "").status() == 200);
    }

    @AfterEach
    void removeAll() throws Exception {
        for (Path jar : dropped) {
            Files.delete(jar);
        }
        Await.until("trouble is gone", () -> call("calm", "").status() == 404);
    }

    private Answer call(String operation, String body) {
        return admin.post("/api/trouble/v1/" + operation, body);
    }

    private static String millis(int millis) {
        return "{\"millis\":" + millis + "}";
    }

    @Test
    void aBundleThatIsDroppedInServesAndIsDocumentedWithoutARestart() throws Exception {
        assertEquals("calm", call("calm", "").ok().path("word").asText());
        assertTrue(admin.get("/api/openapi.json").ok().path("paths").has("/api/trouble/v1/calm"));
        Path status = hub.home().resolve("deploy/trouble.jar.status");
        Await.until("its status is told", () -> Files.exists(status));
        assertTrue(Files.readString(status).startsWith("state: running"), Files.readString(status));
    }

    @Test
    void whatIsRemovedVanishes() throws Exception {
        Files.delete(dropped.remove(0));
        Await.until("trouble is gone", () -> call("calm", "").status() == 404);
        call("calm", "").problem(404, 4005);
        assertFalse(admin.get("/api/openapi.json").body().contains("/api/trouble/"));
        Await.until("its status is gone", () -> !Files.exists(hub.home().resolve("deploy/trouble.jar.status")));
    }

    @Test
    void whateverItThrowsItHasItsOwnCode() {
        for (String operation : List.of("fail", "link", "dive", "nothing", "hole")) {
            Answer answer = call(operation, "");
            answer.problem(502, 5007);
            assertFalse(answer.body().contains("secret"), answer::toString);
        }
        assertEquals("calm", call("calm", "").ok().path("word").asText());
        admin.get(CUSTOMER).ok();
    }

    @Test
    void whoOutlastsItsDeadlineIsAnsweredForAtTheDeadline() {
        long begin = System.nanoTime();
        call("hang", millis(4000)).problem(504, 5003);
        call("write", millis(4000)).problem(504, 5004);
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertTrue(millis < 3900, "both took " + millis + " ms");
        admin.get(CUSTOMER).ok();
    }

    @Test
    void aCallerMayAskForLessTime() {
        admin.post("/api/trouble/v1/slow", millis(4000), "Switchboard-Timeout-Ms", "300")
                .problem(504, 5003);
    }

    @Test
    void whoFloodsItsPermitsHarmsNobodyElse() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(PERMITS + 16);
        try {
            List<CompletableFuture<Answer>> slow = new ArrayList<>();
            for (int i = 0; i < PERMITS + 16; i++) {
                slow.add(CompletableFuture.supplyAsync(() -> call("slow", millis(4000)), callers));
            }
            Await.until("it is busy", () -> call("calm", "").status() == 503);
            Answer busy = call("calm", "");
            busy.problem(503, 5002);
            assertFalse(busy.header("Retry-After").isEmpty(), busy::toString);
            admin.get(CUSTOMER).ok();
            assertEquals(200, admin.get("/health/ready").status());
            long served = slow.stream()
                    .map(CompletableFuture::join)
                    .filter(answer -> answer.status() == 200)
                    .count();
            assertTrue(served >= PERMITS - 1 && served <= PERMITS, "served " + served);
            assertEquals(200, call("calm", "").status());
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void allMistakesOfAConnectorAreToldAtOnce() throws Exception {
        dropped.add(ConnectorJar.drop(hub, "mistaken.jar", TenMistakes.class));
        Path status = hub.home().resolve("deploy/mistaken.jar.status");
        Await.until(
                "the mistakes are told",
                () -> Files.exists(status) && Files.readString(status).contains("five()"));
        String told = Files.readString(status);
        assertTrue(told.startsWith("state: faulty"), told);
        for (String mistake : List.of(
                "TenMistakes.one(NoCustomer)",
                "TenMistakes.Prices.price",
                "TenMistakes.three(Nested)",
                "TenMistakes.four(Phone)",
                "TenMistakes.five()",
                "TenMistakes.six(NoCustomer)",
                "TenMistakes.seven()",
                "TenMistakes.eight(Aged)",
                "TenMistakes.Aged.age",
                "TenMistakes.nine(String)")) {
            assertTrue(told.contains(mistake), mistake + " is not in\n" + told);
            assertTrue(hub.log().contains(mistake), mistake + " is not in the log");
        }
        admin.post("/api/mistaken/v1/five", "").problem(404, 4005);
        assertEquals(200, admin.get("/health/ready").status());
    }

    @Test
    void whatIsNoBundleIsRefusedInWords() throws Exception {
        Path jar = Files.writeString(hub.home().resolve("deploy/broken.jar"), "PK, but not really");
        dropped.add(jar);
        Path status = hub.home().resolve("deploy/broken.jar.status");
        Await.until("it is refused", () -> Files.exists(status));
        assertTrue(Files.readString(status).startsWith("state: refused"), Files.readString(status));
        assertEquals(200, call("calm", "").status());
    }
}
