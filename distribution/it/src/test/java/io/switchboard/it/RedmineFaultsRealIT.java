package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.testkit.FaultyAnswer;
import io.switchboard.connector.testkit.FaultyProxy;
import io.switchboard.connector.testkit.ProxyFault;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callers are told, and what is done, when the way to a real Redmine is bad. */
@ExtendWith(FaultyHub.Resolver.class)
class RedmineFaultsRealIT {
    private static final String TICKETS = "/api/ticket/v1/customers/C-1001/tickets";
    private static final Duration LATE = Duration.ofSeconds(20);

    private final FaultyHub all;
    private final FaultyHub.Wires wires;
    private final Caller chatbot;

    RedmineFaultsRealIT(FaultyHub all) {
        this.all = all;
        wires = all.toRedmine;
        chatbot = all.chatbot;
    }

    @AfterEach
    void mend() {
        wires.mend();
    }

    private Answer create(String subject) {
        return chatbot.post(
                TICKETS,
                "{\"kind\":\"DELIVERY\",\"subject\":\"" + subject + "\",\"text\":\"包裹没有动静。\"}",
                "Idempotency-Key",
                subject.replace(' ', '-'));
    }

    /** The ticket that a write left, once the hub knows. */
    private JsonNode known(String subject) {
        Await.until(
                "it is known what became of " + subject, () -> create(subject).status() == 200);
        return create(subject).ok();
    }

    private long found(String subject) {
        long found = 0;
        for (JsonNode row : chatbot.get(TICKETS + "?limit=200").ok().path("items")) {
            found += row.path("subject").asText().equals(subject) ? 1 : 0;
        }
        return found;
    }

    private static void assertAdvice(Answer answer, int code, String advice) {
        JsonNode problem = answer.problem(answer.status(), code);
        assertEquals(advice, problem.path("advice").asText(), answer::toString);
    }

    @Test
    void aTicketIsMadeOnceWhateverBecomesOfTheAnswer() {
        Map<String, ProxyFault> faults = new LinkedHashMap<>();
        faults.put("not a word arrived", ProxyFault.before(FaultyAnswer.closed()));
        faults.put("half arrived", ProxyFault.halfAsked());
        faults.put("the answer was lost", ProxyFault.after(FaultyAnswer.closed()));
        faults.put("half an answer", ProxyFault.answer(FaultyAnswer::cut));
        faults.put("late", ProxyFault.answer(answer -> answer.after(LATE)));
        faults.put("garbled", ProxyFault.answer(FaultyAnswer::spoilt));
        faults.put("a page before", ProxyFault.before(FaultyAnswer.html()));
        faults.put("a page afterwards", ProxyFault.after(FaultyAnswer.html()));
        String run = " " + UUID.randomUUID();
        faults.forEach((name, fault) -> {
            wires.primary.next("POST /issues.json", fault);
            Answer first = create(name + run);
            assertTrue(wires.primary.isDone(), first::toString);
            assertAdvice(first, 5004, "ASK_OUTCOME");
        });
        faults.keySet().forEach(name -> {
            JsonNode made = known(name + run);
            assertEquals(1, found(name + run), name);
            assertEquals(made, create(name + run).ok());
        });
    }

    @Test
    void aCommentIsMadeOnceThoughItsAnswerWasLost() {
        String path =
                TICKETS + "/" + known("comment " + UUID.randomUUID()).path("id").asText() + "/comments";
        String key = UUID.randomUUID().toString();
        String comment = "{\"visibility\":\"CUSTOMER\",\"text\":\"We look for it.\"}";
        wires.primary.next("PUT /issues/", ProxyFault.after(FaultyAnswer.closed()));
        assertAdvice(chatbot.post(path, comment, "Idempotency-Key", key), 5004, "ASK_OUTCOME");
        Await.until(
                "it is known",
                () -> chatbot.post(path, comment, "Idempotency-Key", key).status() == 200);
        assertEquals(1, chatbot.get(path).ok().path("items").size());
    }

    @Test
    void theBackupAnswersWithinTheCall() {
        String path =
                TICKETS + "/" + known("backup " + UUID.randomUUID()).path("id").asText();
        List<ProxyFault> faults = List.of(
                ProxyFault.answer(FaultyAnswer::cut),
                ProxyFault.after(FaultyAnswer.html()),
                ProxyFault.before(FaultyAnswer.status(502)),
                ProxyFault.answer(answer -> answer.after(LATE)));
        for (ProxyFault fault : faults) {
            long before = wires.backup.asked("GET /issues/");
            wires.primary.next("GET /issues/", fault);
            chatbot.get(path, "Switchboard-Timeout-Ms", "6000").ok();
            assertEquals(before + 1, wires.backup.asked("GET /issues/"));
        }
        wires.primary.down();
        chatbot.get(path).ok();
        String subject = "down " + UUID.randomUUID();
        create(subject).ok();
        assertEquals(1, found(subject));
    }

    @Test
    void callersAreToldToComeAgainWhenNoWayIsLeft() {
        String path =
                TICKETS + "/" + known("no way " + UUID.randomUUID()).path("id").asText();
        Map<ProxyFault, Set<Integer>> faults = Map.of(
                ProxyFault.answer(FaultyAnswer::cut), Set.of(5005),
                ProxyFault.before(FaultyAnswer.status(503)), Set.of(5002),
                ProxyFault.answer(answer -> answer.after(LATE)), Set.of(5003, 5005),
                ProxyFault.answer(FaultyAnswer::spoilt), Set.of(5001),
                ProxyFault.before(FaultyAnswer.html()), Set.of(5001));
        faults.forEach((fault, codes) -> {
            wires.primary.always("GET /issues/", fault);
            wires.backup.always("GET /issues/", fault);
            Answer answer = chatbot.get(path, "Switchboard-Timeout-Ms", "4000");
            assertTrue(codes.contains(answer.json().path("code").asInt()), answer::toString);
            assertAdvice(answer, answer.json().path("code").asInt(), "RETRY_LATER");
            wires.mend();
        });
        wires.primary.down();
        wires.backup.down();
        assertAdvice(chatbot.get(path), 5005, "RETRY_LATER");
        assertAdvice(create("unmade " + UUID.randomUUID()), 5005, "RETRY_LATER");
    }

    @Test
    void aKeyThatIsRefusedIsNotSentAgainAndAgain() throws Exception {
        try (FaultyProxy door = FaultyProxy.to(URI.create(all.redmine.property("address")))) {
            RealBackends.redmine(
                    all.hub, "wrong", all.redmine, door.address().toString(), "0".repeat(40), "poll.millis = 0\n");
            Await.until("it is asked", () -> chatbot.get(TICKETS + "/wrong~1").status() == 502);
            for (int i = 0; i < 10; i++) {
                assertAdvice(chatbot.get(TICKETS + "/wrong~1"), 5006, "HAND_OFF");
            }
            assertTrue(door.received().size() <= 4, door.received()::toString);
        }
    }

    @Test
    void itsDatabaseMayBeRestartedBeneathIt() throws Exception {
        RealSystem postgres = RealSystem.named("postgres");
        String path =
                TICKETS + "/" + known("restart " + UUID.randomUUID()).path("id").asText();
        String meanwhile = "meanwhile " + UUID.randomUUID();
        Answer read;
        Answer written;
        postgres.run("kill");
        try {
            read = chatbot.get(path);
            written = create(meanwhile);
        } finally {
            postgres.run("up");
        }
        int told = read.json().path("code").asInt();
        assertTrue(Set.of(5001, 5002, 5003, 5005).contains(told), read::toString);
        assertAdvice(read, told, "RETRY_LATER");
        int code = written.json().path("code").asInt();
        assertAdvice(written, code, code == 5004 ? "ASK_OUTCOME" : "RETRY_LATER");
        Await.until("Redmine has its database", () -> chatbot.get(path).status() == 200);
        known(meanwhile);
        assertEquals(1, found(meanwhile));
    }
}
