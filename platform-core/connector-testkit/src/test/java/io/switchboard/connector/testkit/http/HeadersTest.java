package io.switchboard.connector.testkit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Audience;
import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Effect;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Secret;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpQuestion;
import io.switchboard.connector.testkit.Answer;
import io.switchboard.connector.testkit.FakeHub;
import io.switchboard.connector.testkit.FaultyAnswer;
import io.switchboard.connector.testkit.Someone;
import io.switchboard.core.audit.AuditRecord;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes out beside the question, and what the audit keeps of it. Public for the connector within. */
public class HeadersTest extends Setup {

    @ConnectorType(id = "points", version = 1, title = "Points", zh = "积分")
    @Describe(en = "Points that customers collect.", zh = "客户积攒的积分。")
    public static final class Points implements Connector {
        private final HttpBackend backend;

        public Points(HttpBackend backend) {
            this.backend = backend;
        }

        record Balance(String points) {}

        @Operation(
                id = "balance.get",
                http = "GET /balance",
                effect = Effect.READ,
                audience = Audience.STAFF,
                scope = "points.read")
        @Describe(en = "The points.", zh = "积分。")
        Balance balance(CallContext call) {
            return new Balance(backend.send(READ, call).text());
        }
    }

    @Test
    void theCallGoesOutAndTheAttemptsComeBackIntoTheAudit() {
        primary.answers(FaultyAnswer.status(503));
        try (FakeHub hub = FakeHub.with(new Points(both(".token", "s3cret")))) {
            Answer answer = hub.as(Someone.staff()).call("balance.get", "{}");
            assertEquals("{}", answer.json().path("points").asText());
            AuditRecord record = hub.audit().get(0);
            assertEquals(2, record.attempts());
            assertEquals(backup.address().toString(), record.endpoint());
            Map<String, String> sent = backup.received().get(0).headers();
            assertTrue(String.valueOf(sent.get("traceparent")).contains(record.traceId()), sent.toString());
            assertEquals(record.callId(), sent.get("x-correlation-id"));
            assertEquals("Bearer s3cret", sent.get("authorization"));
            assertEquals("Switchboard", sent.get("user-agent"));
            assertNull(sent.get("upgrade"), "no offer of HTTP/2");
        }
    }

    @Test
    void aQuestionsOwnCredentialsStandInPlaceOfTheConfigured() {
        HttpQuestion question = HttpQuestion.get("/a")
                .header("authorization", Secret.of("Session abc"))
                .build();
        ask(alone("user", "hub", ".password", "x"), question);
        assertEquals("Session abc", primary.received().get(0).headers().get("authorization"));
        assertFalse(primary.received().get(0).headers().containsKey("traceparent"));
    }

    @Test
    void theEndpointsPathStandsBeforeTheQuestions() {
        ask(
                open(primary.address() + "/redmine/"),
                HttpQuestion.get("/issues/{id}.json", "a/b").build());
        assertEquals("/redmine/issues/a%2Fb.json", primary.received().get(0).target());
    }
}
