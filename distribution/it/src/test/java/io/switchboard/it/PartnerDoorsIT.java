package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.cards.Cards;
import io.switchboard.it.snoop.Snoop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What partners put on the whiteboard themselves. */
@ExtendWith(SharedHub.class)
class PartnerDoorsIT {
    private static final String WHO = "/ext/cards/who";

    private final HubProcess hub;
    private final Caller nobody;
    private final List<Path> dropped = new ArrayList<>();
    private final Caller bound;

    PartnerDoorsIT(HubProcess hub) throws Exception {
        this.hub = hub;
        nobody = Caller.nobody(hub.address());
        bound = BoundTokens.bind(hub, hub.chatbot(), "C-1004");
    }

    @BeforeEach
    void dropCards() throws Exception {
        dropped.add(ConnectorJar.drop(hub, "cards.jar", Cards.class));
        Await.until("the cards are there", () -> bound.get(WHO).status() == 200);
    }

    @AfterEach
    void removeAll() throws Exception {
        for (Path jar : dropped) {
            Files.delete(jar);
        }
        Await.until("the cards are gone", () -> bound.get(WHO).status() == 404);
    }

    private JsonNode recorded(Answer answer) throws Exception {
        String query = "{\"callId\":\"" + answer.header("Switchboard-Call") + "\"}";
        Await.until(
                "it is in the audit",
                () -> !hub.admin()
                        .post("/api/audit/v1/records/search", query)
                        .ok()
                        .path("items")
                        .isEmpty());
        return hub.admin()
                .post("/api/audit/v1/records/search", query)
                .ok()
                .path("items")
                .get(0);
    }

    @Test
    void whoIsLetInIsNamedAndRecordedAndKeepsTheTokenForItself() throws Exception {
        Answer answer = bound.get(WHO);
        assertEquals(200, answer.status(), answer::toString);
        assertTrue(answer.body().endsWith(" for C-1004 with nullfalse through the filter"), answer::toString);
        assertFalse(answer.header("RateLimit").isEmpty(), answer::toString);
        JsonNode row = recorded(answer);
        assertEquals("ext.cards", row.path("operation").asText(), row::toString);
        assertEquals("C-1004", row.path("customerId").asText(), row::toString);
        assertEquals("demo-chatbot", row.path("principal").asText(), row::toString);
        assertEquals(0, row.path("code").asInt(), row::toString);
    }

    @Test
    void whoHasNoTokenOrScopeOrCustomerIsRefusedAndRecorded() throws Exception {
        nobody.get(WHO).problem(401, 4011);
        nobody.get(WHO, "Authorization", "Bearer a.b.c").problem(401, 4011);
        hub.admin().get(WHO).problem(403, 4014);
        Answer refused = hub.chatbot().get(WHO);
        refused.problem(403, 4014);
        assertEquals(4014, recorded(refused).path("code").asInt());
    }

    @Test
    void whatDeclaresNothingOrStandsElsewhereIsNotReached() throws Exception {
        hub.admin().get("/ext/undeclared").problem(502, 5007);
        for (String path :
                List.of("/naked", "/own/open", "/intruder", "/ext/naked", "/ext/intruder", "/oauth2/intruder")) {
            for (Caller caller : List.of(hub.admin(), nobody)) {
                Answer answer = caller.get(path);
                assertTrue(answer.status() >= 400, () -> path + ": " + answer);
                assertFalse(answer.body().contains("naked"), () -> path + ": " + answer);
            }
        }
        Await.until("the log says what to do", () -> hub.log().contains("osgi.http.whiteboard.context.select must be"));
        Answer call = hub.admin().get("/api/errors");
        assertEquals(200, call.status(), call::toString);
        assertEquals("", call.header("X-Spy"), "a filter or a preprocessor of the cards read along");
    }

    @Test
    void howAServletFailsIsAProblemAndSaysNothingOfItsInside() throws Exception {
        Answer broken = bound.get("/ext/cards/fail");
        broken.problem(502, 5007);
        assertEquals(5007, recorded(broken).path("code").asInt());
        Answer conflict = bound.get("/ext/cards/error");
        conflict.problem(409, 4008);
        assertFalse(broken.body().contains("secret") || conflict.body().contains("secret"));
        assertEquals(404, bound.get("/ext/cards/nothing").status());
        bound.get("/ext/cards/session").problem(502, 5007);
    }

    @Test
    void whatIsAnsweredLaterIsRecordedAtItsEnd() throws Exception {
        Answer answer = bound.get("/ext/cards/later");
        assertEquals(202, answer.status(), answer::toString);
        assertEquals("later", answer.body());
        assertEquals(0, recorded(answer).path("code").asInt());
    }

    @Test
    void bodiesHaveAnEnd() {
        assertEquals("1000", bound.post("/ext/cards/size", "x".repeat(1000)).body());
        bound.post("/ext/cards/size", "x".repeat(1024 * 1024 + 1)).problem(413, 4013);
    }

    @Test
    void nobodyReadsAlongOrIsSentOnToSomebodyElses() throws Exception {
        dropped.add(ConnectorJar.drop(hub, "snoop.jar", Snoop.class));
        Await.until("the snoop is there", () -> bound.get(WHO).status() != 200);
        Answer refused = bound.get(WHO);
        refused.problem(502, 5007);
        assertEquals("", refused.header("X-Snoop"));
        assertTrue(hub.log().contains("may stand only before servlets of its own bundle"));
        assertEquals("others", hub.admin().get("/ext/others").body());
        Answer leap = bound.get("/ext/cards/leap");
        assertFalse(leap.status() == 200 || leap.body().contains("others"), leap::toString);
        Files.delete(dropped.remove(1));
        Await.until("the snoop is gone", () -> bound.get(WHO).status() == 200);
    }
}
