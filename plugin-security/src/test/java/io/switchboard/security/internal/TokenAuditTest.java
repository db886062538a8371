package io.switchboard.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal.Kind;
import io.switchboard.core.audit.AuditNote;
import io.switchboard.security.internal.OAuthServer.Answer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who took, exchanged and ended which token, and who was refused, stands in the audit, without anything secret. */
class TokenAuditTest {
    private static final String TOKEN = "/oauth2/token";

    @TempDir
    Path home = Path.of("");

    private TestHub hub;
    private OAuthServer server;
    private String secret;

    @BeforeEach
    void open() throws Exception {
        hub = new TestHub(home);
        secret = hub.client("agent", Kind.AUTONOMOUS, "agent");
        server = new OAuthServer(hub, new FakeIssuers(hub.clock));
    }

    @AfterEach
    void close() {
        server.close();
        for (AuditNote note : hub.audit.notes) {
            assertFalse(note.toString().contains(secret), note::toString);
            assertFalse(note.toString().contains("eyJ"), note::toString);
            assertFalse(note.toString().contains("customer:"), note::toString);
        }
    }

    private Answer credentials(String client, String password, String... more) throws Exception {
        String[] form = new String[more.length + 2];
        form[0] = "grant_type";
        form[1] = "client_credentials";
        System.arraycopy(more, 0, form, 2, more.length);
        return server.post(TOKEN, client, password, form);
    }

    private Answer exchange(String subject) throws Exception {
        return server.post(
                TOKEN,
                "agent",
                secret,
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                subject,
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:jwt",
                "scope",
                "crm.read");
    }

    private void refused(ErrorCode code, String reason, String principal) {
        AuditNote note = hub.audit.last();
        assertEquals(Optional.of(code), note.failure());
        assertEquals("oauth2/" + reason, note.reason());
        assertEquals(principal, note.principal());
        assertEquals("", note.customer());
        assertFalse(note.arguments().contains("\"token\""), note::arguments);
    }

    @Test
    void aTokenThatIsGivenIsRecordedByItsId() throws Exception {
        Answer answer = credentials("agent", secret, "scope", "crm.read");
        assertEquals(200, answer.status());
        AuditNote note = hub.audit.last();
        assertEquals("hub.oauth2.token", note.operation());
        assertEquals("agent", note.principal());
        assertEquals(Optional.empty(), note.failure());
        String id = hub.authenticate(answer.text("access_token")).tokenId();
        assertEquals(
                "{\"grant\":\"client_credentials\",\"token\":\"" + id + "\",\"scope\":\"crm.read\"}", note.arguments());
        assertEquals(1, hub.audit.notes.size());
    }

    @Test
    void anExchangeSaysWhichAgentActsForWhichCustomer() throws Exception {
        Answer answer = exchange("customer:C-1");
        assertEquals(200, answer.status());
        AuditNote note = hub.audit.last();
        assertEquals("agent", note.principal());
        assertEquals("agent", note.actor());
        assertEquals("C-1", note.customer());
        assertTrue(note.arguments().contains("token-exchange"), note::arguments);
        exchange("garbage");
        refused(ErrorCode.INVALID_ARGUMENTS, "invalid_request", "agent");
        exchange("down");
        refused(ErrorCode.NOT_READY, "temporarily_unavailable", "agent");
    }

    @Test
    void whoIsRefusedIsRecordedAndWhatWasTypedIsNot() throws Exception {
        credentials("agent", "wrong-" + secret.length());
        refused(ErrorCode.UNAUTHENTICATED, "invalid_client", "agent");
        credentials("my-secret-in-the-wrong-place", "wrong");
        refused(ErrorCode.UNAUTHENTICATED, "invalid_client", "");
        credentials("agent", secret, "scope", "security.admin");
        refused(ErrorCode.SCOPE_MISSING, "invalid_scope", "agent");
        server.post(TOKEN, "agent", secret, "grant_type", "my-password");
        refused(ErrorCode.INVALID_ARGUMENTS, "unsupported_grant_type", "");
        server.post("/oauth2/introspect", "agent", "wrong", "token", "x");
        refused(ErrorCode.UNAUTHENTICATED, "invalid_client", "agent");
        assertEquals("hub.oauth2.introspect", hub.audit.last().operation());
        assertFalse(hub.audit.notes.toString().contains("my-"), hub.audit.notes::toString);
    }

    @Test
    void aLockOutIsAnAlarm() throws Exception {
        for (int failure = 1; failure <= 10; failure++) {
            assertEquals(401, credentials("agent", "wrong").status());
            assertEquals(failure == 10 ? "locked-out" : "", hub.audit.last().alarm());
        }
        assertEquals(429, credentials("agent", secret).status());
        refused(ErrorCode.RATE_LIMITED, "temporarily_unavailable", "");
    }

    @Test
    void anEndedTokenIsRecordedAndAQuestionIsNot() throws Exception {
        String token = credentials("agent", secret).text("access_token");
        String id = hub.authenticate(token).tokenId();
        server.post("/oauth2/introspect", "agent", secret, "token", token);
        assertEquals(1, hub.audit.notes.size());
        server.post("/oauth2/revoke", "agent", secret, "token", token);
        assertEquals("hub.oauth2.revoke", hub.audit.last().operation());
        assertTrue(hub.audit.last().arguments().contains(id), hub.audit.last()::arguments);
    }

    @Test
    void noTokenIsGivenThatCannotBeRecorded() throws Exception {
        hub.audit.full = true;
        Answer answer = credentials("agent", secret);
        assertEquals(503, answer.status());
        assertEquals("", answer.text("access_token"));
        hub.audit.full = false;
        assertEquals(200, credentials("agent", secret).status());
    }
}
