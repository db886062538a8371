package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.testkit.FaultyAnswer;
import io.switchboard.connector.testkit.FaultyProxy;
import io.switchboard.connector.testkit.ProxyFault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callers are told, and what is done, when the way to a real Tryton is bad. */
@ExtendWith(FaultyHub.Resolver.class)
class TrytonFaultsRealIT {
    private static final String WANG = "/api/crm/v1/customers/C-1001";
    private static final String READ = "model.party.party.search_read";
    private static final String WRITE = "model.party.party.write";
    private static final String LOGIN = "common.db.login";
    private static final Duration LATE = Duration.ofSeconds(20);

    private final FaultyHub all;
    private final FaultyHub.Wires wires;
    private final Caller chatbot;

    TrytonFaultsRealIT(FaultyHub all) {
        this.all = all;
        wires = all.toTryton;
        chatbot = all.chatbot;
    }

    @AfterEach
    void mend() {
        wires.mend();
    }

    private Answer tag(String tag) {
        return chatbot.post(
                WANG + "/tags",
                "{\"tag\":\"" + tag + "\",\"evidence\":{\"source\":\"CONVERSATION\",\"confidence\":\"0.9\"}}",
                "Idempotency-Key",
                tag);
    }

    private static void assertAdvice(Answer answer, int code, String advice) {
        JsonNode problem = answer.problem(answer.status(), code);
        assertEquals(advice, problem.path("advice").asText(), answer::toString);
    }

    @Test
    void aTagIsSetOnceWhateverBecomesOfTheAnswer() throws Exception {
        Map<String, ProxyFault> faults = new LinkedHashMap<>();
        faults.put("no-word-arrived", ProxyFault.before(FaultyAnswer.closed()));
        faults.put("half-arrived", ProxyFault.halfAsked());
        faults.put("answer-lost", ProxyFault.after(FaultyAnswer.closed()));
        faults.put("half-an-answer", ProxyFault.answer(FaultyAnswer::cut));
        faults.put("late", ProxyFault.answer(answer -> answer.after(LATE)));
        faults.put("garbled", ProxyFault.answer(FaultyAnswer::spoilt));
        faults.put("page-before", ProxyFault.before(FaultyAnswer.html()));
        faults.put("page-afterwards", ProxyFault.after(FaultyAnswer.html()));
        String run = UUID.randomUUID().toString().substring(0, 8);
        Set<String> wanted = new TreeSet<>();
        faults.forEach((name, fault) -> {
            String tag = name + "-" + run;
            wanted.add(tag);
            long sent = wires.asked(WRITE);
            wires.primary.next(WRITE, fault);
            Answer first = tag(tag);
            assertTrue(wires.primary.isDone(), first::toString);
            if (name.equals("garbled") || name.startsWith("page")) {
                assertAdvice(first, 5001, "RETRY_LATER");
            } else {
                assertAdvice(first, 5004, "ASK_OUTCOME");
            }
            assertEquals(sent + 1, wires.asked(WRITE), "a write is sent once in a call");
            Await.until("it is known what became of " + tag, () -> tag(tag).status() == 200);
        });
        TrytonRpc person = TrytonRpc.signIn(all.tryton, "admin", all.tryton.property("admin_password"));
        JsonNode party = person.call(
                "party.party.search_read",
                List.of(List.of("code", "=", "C-1001")),
                0,
                1,
                List.of(),
                List.of("categories.name"));
        List<String> set = new ArrayList<>();
        party.path(0)
                .path("categories.")
                .forEach(each -> set.add(each.path("name").asText()));
        set.retainAll(wanted);
        assertEquals(List.copyOf(wanted), set.stream().sorted().toList(), "each is there, once");
    }

    @Test
    void theBackupAnswersWithinTheCall() {
        for (ProxyFault fault : List.of(
                ProxyFault.answer(FaultyAnswer::cut),
                ProxyFault.halfAsked(),
                ProxyFault.before(FaultyAnswer.status(502)),
                ProxyFault.answer(answer -> answer.after(LATE)))) {
            long before = wires.backup.asked(READ);
            wires.primary.next(READ, fault);
            chatbot.get(WANG, "Switchboard-Timeout-Ms", "8000").ok();
            assertEquals(before + 1, wires.backup.asked(READ));
        }
        wires.primary.down();
        chatbot.get(WANG).ok();
        tag("down-" + UUID.randomUUID().toString().substring(0, 8)).ok();
    }

    @Test
    void callersAreToldToComeAgainWhenNoWayIsLeft() {
        Map<ProxyFault, Set<Integer>> faults = Map.of(
                ProxyFault.answer(FaultyAnswer::cut), Set.of(5005),
                ProxyFault.before(FaultyAnswer.status(503)), Set.of(5002),
                ProxyFault.answer(answer -> answer.after(LATE)), Set.of(5003, 5005),
                ProxyFault.answer(FaultyAnswer::spoilt), Set.of(5001),
                ProxyFault.before(FaultyAnswer.html()), Set.of(5001));
        faults.forEach((fault, codes) -> {
            wires.primary.always(READ, fault);
            wires.backup.always(READ, fault);
            Answer answer = chatbot.get(WANG, "Switchboard-Timeout-Ms", "4000");
            assertTrue(codes.contains(answer.json().path("code").asInt()), answer::toString);
            assertAdvice(answer, answer.json().path("code").asInt(), "RETRY_LATER");
            wires.mend();
        });
        wires.primary.down();
        wires.backup.down();
        assertAdvice(chatbot.get(WANG), 5005, "RETRY_LATER");
        assertAdvice(tag("unset-" + UUID.randomUUID().toString().substring(0, 8)), 5005, "RETRY_LATER");
    }

    @Test
    void anEndedSessionCostsOneLogin() throws Exception {
        chatbot.get(WANG).ok();
        long logins = wires.asked(LOGIN);
        all.tryton.run("forget");
        chatbot.get(WANG).ok();
        all.tryton.run("forget");
        tag("forgotten-" + UUID.randomUUID().toString().substring(0, 8)).ok();
        assertEquals(logins + 2, wires.asked(LOGIN));
    }

    @Test
    void aPasswordThatIsRefusedIsTriedOnce() throws Exception {
        try (FaultyProxy door = FaultyProxy.to(URI.create(all.tryton.property("address")))) {
            RealBackends.tryton(
                    all.hub, "refused", all.tryton, door.address().toString(), "other_login", "jdbc_password", "");
            RealBackends.write(all.hub, "io.switchboard.crm.cfg", "backend = refused\n");
            try {
                Await.until(
                        "it is asked",
                        () -> chatbot.get(WANG).json().path("code").asInt() == 5006);
                for (int i = 0; i < 10; i++) {
                    assertAdvice(chatbot.get(WANG), 5006, "HAND_OFF");
                    all.hub.admin().get("/api/backends/check").ok();
                }
                assertEquals(1, door.asked(LOGIN));
            } finally {
                RealBackends.write(all.hub, "io.switchboard.crm.cfg", "backend = tryton\n");
            }
            // And so nobody is locked out.
            TrytonRpc.signIn(all.tryton, all.tryton.property("other_login"), all.tryton.property("other_password"));
        }
        Await.until(
                "customers come from the other again", () -> chatbot.get(WANG).status() == 200);
    }

    @Test
    void itsDatabaseMayBeRestartedBeneathIt() throws Exception {
        RealSystem postgres = RealSystem.named("postgres");
        String tag = "restart-" + UUID.randomUUID().toString().substring(0, 8);
        chatbot.get(WANG).ok();
        Answer read;
        Answer written;
        postgres.run("kill");
        try {
            read = chatbot.get(WANG);
            written = tag(tag);
        } finally {
            postgres.run("up");
        }
        for (Answer each : List.of(read, written)) {
            int code = each.json().path("code").asInt();
            assertTrue(Set.of(5001, 5002, 5003, 5005).contains(code), each::toString);
            assertAdvice(each, code, "RETRY_LATER");
        }
        // As many calls may meet a connection of before as there were at once.
        Await.until("Tryton has its database", () -> chatbot.get(WANG).status() == 200);
        Await.until("it is known what became of it", () -> tag(tag).status() == 200);
    }
}
