package io.switchboard.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Assurance;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal.Kind;
import io.switchboard.core.security.Caller;
import io.switchboard.security.internal.OAuthServer.Answer;
import io.switchboard.security.internal.issuer.Provider;
import io.switchboard.security.internal.issuer.TrustedIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One token for another (RFC 8693). */
class TokenExchangeTest {
    private static final String TYPE = "urn:ietf:params:oauth:token-type:";

    @TempDir
    Path home = Path.of("");

    private TestHub hub;
    private FakeIssuers issuers;
    private OAuthServer server;
    private String secret;

    @BeforeEach
    void open() throws Exception {
        hub = new TestHub(home);
        secret = hub.client("agent", Kind.AUTONOMOUS, "agent");
        issuers = new FakeIssuers(hub.clock);
        server = new OAuthServer(hub, issuers);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aCustomersTokenBecomesAShortOneThatIsBoundToThatCustomer() throws Exception {
        for (String type : List.of("jwt", "access_token", "id_token")) {
            Answer answer = exchange("customer:C-1", type);
            assertEquals(200, answer.status(), answer.body()::toString);
            assertEquals(TYPE + "access_token", answer.text("issued_token_type"));
            assertEquals("Bearer", answer.text("token_type"));
            assertEquals(300, answer.body().path("expires_in").asInt());
            assertEquals("crm.read crm.write security.exchange", answer.text("scope"));
            Caller caller = hub.authenticate(answer.text("access_token"));
            assertEquals("agent", caller.principal().id());
            assertEquals(Optional.of("C-1"), caller.boundCustomer());
            assertEquals(Optional.of("agent"), caller.actor());
            assertEquals(Assurance.SIGNED_IN, caller.assurance());
        }
    }

    @Test
    void itsScopesAreThoseOfTheRolesAndTheRequestAndTheSubject() throws Exception {
        assertEquals(
                "crm.read", exchange("customer:C-1", "jwt", "scope", "crm.read").text("scope"));
        refused("invalid_scope", exchange("customer:C-1", "jwt", "scope", "ticket.read"));
        issuers.scopes = Set.of("crm.*", "ticket.read");
        assertEquals("crm.read crm.write", exchange("customer:C-1", "jwt").text("scope"));
        issuers.scopes = Set.of("ticket.read");
        refused("invalid_scope", exchange("customer:C-1", "jwt"));
    }

    @Test
    void itNeverLastsLongerThanTheSubject() throws Exception {
        issuers.left = Duration.ofSeconds(90);
        Answer answer = exchange("customer:C-1", "jwt");
        assertTrue(answer.body().path("expires_in").asInt() <= 90, answer.body()::toString);
        assertTrue(answer.body().path("expires_in").asInt() >= 89, answer.body()::toString);
        issuers.left = Duration.ZERO;
        refused("invalid_request", exchange("customer:C-1", "jwt"));
    }

    @Test
    void whatIsWrongWithASubjectIsNotTold() throws Exception {
        String other = hub.client("other", Kind.AUTONOMOUS, "agent");
        String foreign = token("other", other);
        Set<String> answers = new HashSet<>();
        for (String subject : List.of("garbage", "client:other", foreign, "customer")) {
            Answer answer = exchange(subject, "jwt");
            refused("invalid_request", answer);
            answers.add(answer.response().body());
        }
        assertEquals(1, answers.size(), answers::toString);
        // Its issuer's keys are not there, which passes.
        Answer down = exchange("down", "jwt");
        assertEquals(503, down.status());
        assertEquals("1", down.response().headers().firstValue("Retry-After").orElseThrow());
    }

    @Test
    void toActForCustomersTakesARoleThatSaysSo() throws Exception {
        String bot = hub.client("bot", Kind.AUTONOMOUS, "chatbot");
        Answer answer = as("bot", bot, "customer:C-1", "jwt");
        refused("unauthorized_client", answer);
        assertTrue(answer.text("error_description").contains("security.exchange"));
        hub.roles.modified(Map.of("role.chatbot.scopes", "crm.read security.*"));
        assertEquals(200, as("bot", bot, "customer:C-1", "jwt").status());
    }

    @Test
    void withoutAnIssuerOnlyOwnTokensAreExchanged() throws Exception {
        try (OAuthServer alone = new OAuthServer(hub)) {
            Answer answer = alone.post("/oauth2/token", "agent", secret, form("customer:C-1", "jwt"));
            refused("invalid_request", answer);
            assertTrue(answer.text("error_description").contains("No issuer"));
            assertEquals(
                    200,
                    alone.post("/oauth2/token", "agent", secret, form(token("agent", secret), "jwt"))
                            .status());
        }
    }

    @Test
    void aTokenOfARealProviderIsExchangedAndNoneOfACaller() throws Exception {
        try (Provider provider = new Provider();
                OAuthServer real = new OAuthServer(hub)) {
            TrustedIssuer issuer = new TrustedIssuer(provider.customers(), hub.identity);
            hub.issuers.add(issuer);
            String token = provider.token(hub.clock.instant());
            Answer answer = real.post("/oauth2/token", "agent", secret, form(token, "access_token"));
            assertEquals(200, answer.status(), answer.body()::toString);
            Caller caller = hub.authenticate(answer.text("access_token"));
            assertEquals(Optional.of("C-1001"), caller.boundCustomer());
            assertEquals(Assurance.SIGNED_IN, caller.assurance());
            issuer.modified(provider.callers());
            refused("invalid_request", real.post("/oauth2/token", "agent", secret, form(token, "access_token")));
            issuer.close();
        }
    }

    @Test
    void anOwnTokenIsNarrowedAndEndsWithTheOneItWasMadeOf() throws Exception {
        String wide = token("agent", secret);
        hub.clock.pass(Duration.ofMinutes(12));
        Answer answer = exchange(wide, "access_token", "scope", "crm.read");
        assertEquals("crm.read", answer.text("scope"));
        assertTrue(answer.body().path("expires_in").asInt() <= 180, answer.body()::toString);
        String narrow = answer.text("access_token");
        assertEquals(Set.of("crm.read"), hub.authenticate(narrow).scopes());
        assertEquals(Optional.empty(), hub.authenticate(narrow).boundCustomer());
        refused("invalid_scope", exchange(narrow, "access_token", "scope", "crm.write"));
        refused("invalid_request", exchange(wide, "id_token"));
        String narrower = exchange(narrow, "jwt").text("access_token");
        assertEquals(
                200,
                server.post("/oauth2/revoke", "agent", secret, "token", wide).status());
        assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(narrow));
        assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(narrower));
    }

    @Test
    void aBoundTokenStaysBoundToItsCustomer() throws Exception {
        String bound = exchange("customer:C-1", "jwt").text("access_token");
        Caller caller =
                hub.authenticate(exchange(bound, "jwt", "scope", "crm.read").text("access_token"));
        assertEquals(Optional.of("C-1"), caller.boundCustomer());
        assertEquals(Optional.of("agent"), caller.actor());
        assertEquals(Assurance.SIGNED_IN, caller.assurance());
    }

    @Test
    void whoActsIsTheClientAndNobodyElse() throws Exception {
        String own = token("agent", secret);
        String other = hub.client("other", Kind.AUTONOMOUS, "agent");
        String bound = exchange("customer:C-1", "jwt").text("access_token");
        assertEquals(
                200,
                exchange("customer:C-1", "jwt", "actor_token", own, "actor_token_type", TYPE + "access_token")
                        .status());
        for (String actor : List.of(token("other", other), bound, "customer:C-2", "garbage")) {
            refused(
                    "invalid_request",
                    exchange("customer:C-1", "jwt", "actor_token", actor, "actor_token_type", TYPE + "jwt"));
        }
        refused("invalid_request", exchange("customer:C-1", "jwt", "actor_token", own));
        refused("invalid_request", exchange("customer:C-1", "jwt", "actor_token_type", TYPE + "jwt"));
        refused(
                "invalid_request",
                exchange("customer:C-1", "jwt", "actor_token", own, "actor_token_type", TYPE + "saml2"));
    }

    @Test
    void whatIsAskedForHasToBeWhatThereIs() throws Exception {
        assertEquals(
                200,
                exchange("customer:C-1", "jwt", "requested_token_type", TYPE + "access_token")
                        .status());
        for (String type : List.of("refresh_token", "id_token", "jwt", "saml2")) {
            refused("invalid_request", exchange("customer:C-1", "jwt", "requested_token_type", TYPE + type));
        }
        refused("invalid_request", exchange("customer:C-1", "saml2"));
        for (String target : List.of("resource", "audience")) {
            assertEquals(
                    200, exchange("customer:C-1", "jwt", target, server.base).status());
            refused("invalid_target", exchange("customer:C-1", "jwt", target, "https://crm.example.com"));
        }
    }

    private Answer exchange(String subject, String type, String... more) throws Exception {
        return as("agent", secret, subject, type, more);
    }

    private Answer as(String client, String clientSecret, String subject, String type, String... more)
            throws Exception {
        return server.post("/oauth2/token", client, clientSecret, form(subject, type, more));
    }

    private static String[] form(String subject, String type, String... more) {
        List<String> form = new ArrayList<>(List.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                subject,
                "subject_token_type",
                TYPE + type));
        form.addAll(List.of(more));
        return form.toArray(String[]::new);
    }

    private String token(String client, String clientSecret) throws Exception {
        return server.post("/oauth2/token", client, clientSecret, "grant_type", "client_credentials")
                .text("access_token");
    }

    private static void refused(String error, Answer answer) {
        assertEquals(400, answer.status(), answer.body()::toString);
        assertEquals(error, answer.text("error"), answer.body()::toString);
    }
}
