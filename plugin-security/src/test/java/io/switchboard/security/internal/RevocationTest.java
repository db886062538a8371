package io.switchboard.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal.Kind;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
import io.switchboard.security.internal.OAuthServer.Answer;
import io.switchboard.security.internal.access.TokenAuthenticator;
import io.switchboard.security.internal.client.Clients;
import io.switchboard.security.internal.revocation.Revocations;
import io.switchboard.security.internal.store.StoreUnavailable;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that are ended (RFC 7009), and what is told of tokens (RFC 7662). */
class RevocationTest {
    @TempDir
    Path home = Path.of("");

    private TestHub hub;
    private OAuthServer server;
    private String secret;
    private String gateway;

    @BeforeEach
    void open() throws Exception {
        hub = new TestHub(home);
        secret = hub.client("bot", Kind.ASSIST, "chatbot");
        gateway = hub.client("gateway", Kind.ASSIST, "gateway");
        server = new OAuthServer(hub, new FakeIssuers(hub.clock));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aRevokedTokenEndsAtOnceAndNoOther() throws Exception {
        String token = token("bot", secret);
        String other = token("bot", secret);
        hub.authenticate(token);
        Answer answer = server.post("/oauth2/revoke", "bot", secret, "token", token, "token_type_hint", "access_token");
        assertEquals(200, answer.status());
        assertEquals("", answer.response().body());
        assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(token));
        assertEquals("bot", hub.authenticate(other).principal().id());
        // Again, and what never was a token: ended is ended.
        for (String ended : List.of(token, "garbage")) {
            assertEquals(
                    200,
                    server.post("/oauth2/revoke", "bot", secret, "token", ended).status());
        }
    }

    @Test
    void nobodyEndsAnothersToken() throws Exception {
        String token = token("bot", secret);
        Answer refused = server.post("/oauth2/revoke", "gateway", gateway, "token", token);
        assertEquals(400, refused.status());
        assertEquals("unauthorized_client", refused.text("error"));
        assertEquals(
                401,
                server.post("/oauth2/revoke", "bot", "wrong", "token", token).status());
        assertEquals(401, server.post("/oauth2/revoke", "", "", "token", token).status());
        assertEquals(400, server.post("/oauth2/revoke", "bot", secret).status());
        hub.authenticate(token);
    }

    @Test
    void itOutlivesRestartsAndReachesOtherNodesWithinASecond() throws Exception {
        String token = token("bot", secret);
        String later = token("bot", secret);
        TokenAuthenticator node = node();
        assertTrue(accepts(node, token));
        long from = System.nanoTime();
        server.post("/oauth2/revoke", "bot", secret, "token", token);
        while (accepts(node, token)) {
            assertTrue(System.nanoTime() - from < 1_500_000_000L, "still accepted on another node");
            Thread.onSpinWait();
        }
        assertTrue(accepts(node, later));
        assertFalse(accepts(node(), token));
    }

    /** Another hub over the same store and keys; also what a restarted one is. */
    private TokenAuthenticator node() {
        return new TokenAuthenticator(
                hub.identity,
                hub.keys,
                new Clients(hub.store),
                new Revocations(hub.store, hub.clock),
                hub.roles,
                hub.issuers,
                hub.clock);
    }

    private static boolean accepts(TokenAuthenticator node, String token) {
        try {
            node.authenticate(new Credentials("bearer", token));
            return true;
        } catch (CallFailure refused) {
            return false;
        }
    }

    @Test
    void whatHasEndedAnywayIsForgotten() throws Exception {
        Instant now = hub.clock.instant();
        hub.revocations.add("t1", "bot", now);
        hub.revocations.add("t2", "bot", now.plusSeconds(900));
        assertTrue(hub.revocations.contains("t1"));
        assertTrue(hub.revocations.contains("t1.made-of-it.and-of-that"));
        assertFalse(hub.revocations.contains("t1x"));
        assertFalse(hub.revocations.contains("t"));
        Revocations next = new Revocations(hub.store, hub.clock);
        hub.clock.pass(Duration.ofMinutes(3));
        assertTrue(next.contains("t2"));
        assertEquals(List.of("t2"), kept());
        assertFalse(next.contains("t1"));
    }

    @Test
    void manyAreReadInTheirOrderWhoeverAddsThem() throws Exception {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            Revocations node = new Revocations(hub.store, hub.clock);
            String name = "w" + writer + "-";
            writers.add(CompletableFuture.runAsync(() -> {
                for (int n = 0; n < 300; n++) {
                    node.add(name + n, "bot", hub.clock.instant().plusSeconds(900));
                }
            }));
        }
        Revocations reader = new Revocations(hub.store, hub.clock);
        reader.contains("x");
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).join();
        long from = System.nanoTime();
        for (int writer = 0; writer < 4; writer++) {
            for (int n = 0; n < 300; n++) {
                String id = "w" + writer + "-" + n;
                while (!reader.contains(id)) {
                    assertTrue(System.nanoTime() - from < 1_500_000_000L, id + " is never seen");
                    Thread.onSpinWait();
                }
            }
        }
    }

    @Test
    void whoWaitsForAStoreThatIsAwayWaitsOnce() throws Exception {
        List<Thread> callers = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Revocations revocations = new Revocations(away(callers, asked), hub.clock);
        for (int i = 0; i < 10; i++) {
            callers.add(new Thread(() -> {
                try {
                    revocations.contains("t1");
                } catch (StoreUnavailable e) {
                    refused.incrementAndGet();
                }
            }));
        }
        callers.forEach(Thread::start);
        for (Thread each : callers) {
            each.join();
        }
        assertEquals(10, refused.get());
        assertEquals(1, asked.get());
        assertThrows(StoreUnavailable.class, () -> revocations.contains("t1"));
        assertEquals(2, asked.get(), "whoever comes later asks anew");
    }

    /** A store that keeps the first who asks waiting until all the others wait for him, and fails. */
    private static DataSource away(List<Thread> callers, AtomicInteger asked) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    int others = asked.incrementAndGet() == 1 ? callers.size() - 1 : 0;
                    while (callers.stream()
                                    .filter(each -> each.getState() == Thread.State.WAITING)
                                    .count()
                            < others) {
                        Thread.onSpinWait();
                    }
                    throw new SQLException("away");
                });
    }

    private List<String> kept() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = hub.store.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM oauth_revoked_token ORDER BY id")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    @Test
    void aTokenTellsItsClientAndTheGatewayWhatItIs() throws Exception {
        String token = token("bot", secret);
        for (String[] asks : List.of(new String[] {"bot", secret}, new String[] {"gateway", gateway})) {
            Answer answer = server.post("/oauth2/introspect", asks[0], asks[1], "token", token);
            assertEquals(200, answer.status(), answer.body()::toString);
            assertTrue(answer.body().path("active").asBoolean());
            assertEquals("bot", answer.text("client_id"));
            assertEquals("bot", answer.text("sub"));
            assertEquals("crm.read ticket.read ticket.write", answer.text("scope"));
            assertEquals("Bearer", answer.text("token_type"));
            assertEquals(hub.identity.issuer(), answer.text("iss"));
            assertEquals(hub.identity.audience(), answer.text("aud"));
            assertEquals(
                    900,
                    answer.body().path("exp").asLong()
                            - answer.body().path("iat").asLong());
            assertEquals(
                    "no-store",
                    answer.response().headers().firstValue("Cache-Control").orElseThrow());
        }
        hub.roles.modified(Map.of("role.chatbot.scopes", "crm.read"));
        assertEquals(
                "crm.read",
                server.post("/oauth2/introspect", "bot", secret, "token", token).text("scope"));
    }

    @Test
    void aBoundTokenTellsForWhomAndByWhom() throws Exception {
        String agent = hub.client("agent", Kind.AUTONOMOUS, "agent");
        String type = "urn:ietf:params:oauth:token-type:jwt";
        String bound = server.post(
                        "/oauth2/token",
                        "agent",
                        agent,
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token",
                        "customer:C-1",
                        "subject_token_type",
                        type)
                .text("access_token");
        Answer answer = server.post("/oauth2/introspect", "agent", agent, "token", bound);
        assertEquals("C-1", answer.text("sub"));
        assertEquals("C-1", answer.text("customer"));
        assertEquals("agent", answer.body().path("act").path("sub").asText());
    }

    @Test
    void whatIsNotActiveIsNotToldApart() throws Exception {
        String other = hub.client("other", Kind.ASSIST, "chatbot");
        String revoked = token("bot", secret);
        server.post("/oauth2/revoke", "bot", secret, "token", revoked);
        String foreign = token("other", other);
        Set<String> answers = new HashSet<>();
        for (String token : List.of(revoked, foreign, "garbage", "a.b.c")) {
            answers.add(server.post("/oauth2/introspect", "bot", secret, "token", token)
                    .response()
                    .body());
        }
        String expired = token("bot", secret);
        hub.clock.pass(Duration.ofMinutes(16));
        answers.add(server.post("/oauth2/introspect", "bot", secret, "token", expired)
                .response()
                .body());
        String ended = token("bot", secret);
        hub.enrolment.rotate("bot", "c2", "client-bot-c2.json");
        answers.add(server.post("/oauth2/introspect", "gateway", gateway, "token", ended)
                .response()
                .body());
        assertEquals(Set.of("{\"active\":false}"), answers);
        assertEquals(
                401,
                server.post("/oauth2/introspect", "bot", "wrong", "token", foreign)
                        .status());
    }

    private String token(String client, String clientSecret) throws Exception {
        return server.post("/oauth2/token", client, clientSecret, "grant_type", "client_credentials")
                .text("access_token");
    }
}
