package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a hub of its own, for what it changes would be felt by others. */
class LiveConfigurationIT {
    private static final String CUSTOMER = "/api/crm/v1/customers/C-1001";

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

    private static void edit(String file, String from, String to) throws IOException {
        Path path = hub.home().resolve("etc").resolve(file);
        String before = Files.readString(path);
        assertTrue(before.contains(from), from);
        Path half = path.resolveSibling(file + ".edited");
        Files.writeString(half, before.replace(from, to));
        Files.move(half, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void anEditedRoleHoldsForTokensThatAreOut() throws IOException {
        String file = "io.switchboard.security.roles.cfg";
        Caller chatbot = hub.chatbot();
        chatbot.get(CUSTOMER).ok();
        edit(file, "role.chatbot.scopes = crm.read, crm.write", "role.chatbot.scopes = crm.write");
        Await.until("the scope is taken", () -> chatbot.get(CUSTOMER).status() == 403);
        chatbot.get(CUSTOMER).problem(403, 4016);
        edit(file, "role.chatbot.scopes = crm.write", "role.chatbot.scopes = crm.read, crm.write");
        edit(file, "role.chatbot.mask.phone = partial", "role.chatbot.mask.phone = full");
        Await.until("the number is shown", () -> {
            Answer answer = chatbot.get(CUSTOMER);
            return answer.status() == 200 && answer.body().contains("13800001001");
        });

        edit(file, "role.chatbot.mask.phone = full", "role.chatbot.mask.phone = sometimes");
        Await.until("the mistake is told", () -> hub.log().contains("sometimes"));
        assertTrue(chatbot.get(CUSTOMER).body().contains("13800001001"), "the roles before the mistake stay");
        edit(file, "role.chatbot.mask.phone = sometimes", "role.chatbot.mask.phone = partial");
        Await.until("the number is masked", () -> !chatbot.get(CUSTOMER).body().contains("13800001001"));
    }

    @Test
    void aFileThatNobodyReadsIsWarnedOfAndNoneThatIsShipped() throws IOException {
        Files.writeString(hub.home().resolve("etc/io.switchboard.typo.cfg"), "a = 1\n");
        Await.until("the file is warned of", () -> hub.log().contains("io.switchboard.typo.cfg: no component"));
        assertEquals(
                List.of(),
                hub.log()
                        .lines()
                        .filter(line -> line.contains("it has no effect") && !line.contains("io.switchboard.typo"))
                        .toList());
    }

    @Test
    void editedDispatchRulesHoldForTheNextTicket() throws IOException {
        Caller admin = hub.admin();
        edit("io.switchboard.ticket.dispatch.cfg", "rule.42.department=logistics", "rule.42.department=couriers");
        Await.until(
                "the rule has changed",
                () -> admin.post("/api/ticket/v1/dispatch/explain", "{\"kind\":\"DELIVERY\"}")
                        .ok()
                        .path("department")
                        .asText()
                        .equals("couriers"));
        assertEquals(
                "couriers",
                admin.post(
                                "/api/ticket/v1/customers/C-1001/tickets",
                                "{\"kind\":\"DELIVERY\",\"subject\":\"s\",\"text\":\"where?\"}")
                        .ok()
                        .path("department")
                        .asText());
    }

    @Test
    void aWrongValueIsRefusedByItsNameAndTheOneBeforeStays() throws IOException {
        String file = "io.switchboard.core.cfg";
        String mistake = "drain.millis = soon: it has to be a whole number";
        Caller caller = hub.admin();
        edit(file, "ready.needs[]", "drain.millis = soon\nready.needs[]");
        Await.until("health says it", () -> caller.get("/health/ready").body().contains(file + ": " + mistake));
        assertEquals(200, caller.get("/health/ready").status());
        assertTrue(hub.log().contains(file + " is not used: " + mistake), "the log says it");
        caller.get(CUSTOMER).ok();
        edit(file, "drain.millis = soon\n", "drain.milis = 5\n");
        Await.until("the key is doubted", () -> hub.log().contains("drain.milis is no setting of io.switchboard.core"));
        edit(file, "drain.milis = 5\n", "");
        Await.until(
                "health is content", () -> !caller.get("/health/ready").body().contains(file));
    }

    @Test
    void whoCallsTooOftenIsToldWhenToComeAgain() throws IOException {
        Caller chatbot = hub.chatbot();
        edit("io.switchboard.core.cfg", "#calls.per.second = 2000", "calls.per.second = 5");
        Await.until("calls are refused", () -> burst(chatbot).isPresent());
        Answer refused = burst(chatbot).orElseThrow();
        refused.problem(429, 4029);
        assertTrue(Integer.parseInt(refused.header("Retry-After")) >= 1, refused::toString);
        edit("io.switchboard.core.cfg", "calls.per.second = 5", "#calls.per.second = 2000");
        Await.until(
                "calls are served again",
                () -> burst(chatbot).isEmpty() && chatbot.get(CUSTOMER).status() == 200);
    }

    @Test
    void editedBoundsHoldWithoutAFailedCall() throws IOException {
        String taken = "The settings of calls were taken over";
        try (SteadyCalls calls = new SteadyCalls(hub.admin(), 3)) {
            for (int round = 0; round < 5; round++) {
                int before = count(hub.log(), taken);
                String now = round % 2 == 0 ? "permits.connector = 32" : "#permits.connector = 64";
                String then = round % 2 == 0 ? "#permits.connector = 64" : "permits.connector = 32";
                edit("io.switchboard.core.cfg", then, now);
                Await.until("the bounds are taken over", () -> count(hub.log(), taken) > before);
                calls.more(30);
            }
            assertEquals(List.of(), calls.failures());
        }
    }

    @Test
    void withoutItsCoreTheHubTellsCallersToComeAgain() throws IOException {
        String file = "io.switchboard.core.cfg";
        try (SteadyCalls calls = new SteadyCalls(hub.admin(), 2)) {
            edit(file, "#node = hub", "node = $[env:NOT_SET_ANYWHERE]");
            Await.until("core is away", () -> calls.count(503) > 10);
            edit(file, "node = $[env:NOT_SET_ANYWHERE]", "#node = hub");
            calls.more(30);
            assertComeAgain(calls);
        }
    }

    @Test
    void whatStartsAnewTellsCallersToComeAgain() throws IOException {
        String file = "io.switchboard.analytics.cfg";
        try (SteadyCalls calls = new SteadyCalls(hub.admin(), 2)) {
            for (int round = 0; round < 3; round++) {
                edit(file, "#zone = Asia/Shanghai", "zone = Asia/Tokyo");
                calls.more(100);
                edit(file, "zone = Asia/Tokyo", "#zone = Asia/Shanghai");
                calls.more(100);
            }
            assertComeAgain(calls);
        }
    }

    private static void assertComeAgain(SteadyCalls calls) {
        for (Answer failure : calls.failures()) {
            // Busy is what a call is told that was on its way into the core when it ended.
            failure.problem(503, failure.json().path("code").asInt() == 5002 ? 5002 : 5008);
            assertTrue(Integer.parseInt(failure.header("Retry-After")) >= 1, failure::toString);
        }
    }

    private static int count(String text, String what) {
        return text.split(what, -1).length;
    }

    private static Optional<Answer> burst(Caller caller) {
        return IntStream.range(0, 12)
                .mapToObj(i -> caller.get(CUSTOMER))
                .filter(answer -> answer.status() == 429)
                .findFirst();
    }
}
