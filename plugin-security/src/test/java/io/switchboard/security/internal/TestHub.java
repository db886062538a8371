package io.switchboard.security.internal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal.Kind;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.security.Caller;
import io.switchboard.security.internal.access.TokenAuthenticator;
import io.switchboard.security.internal.assertion.AssertionVerifier;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.client.ClientKeys;
import io.switchboard.security.internal.client.Clients;
import io.switchboard.security.internal.client.CredentialFiles;
import io.switchboard.security.internal.client.Enrolment;
import io.switchboard.security.internal.issuer.Issuers;
import io.switchboard.security.internal.key.KeyRing;
import io.switchboard.security.internal.key.SigningKey;
import io.switchboard.security.internal.oauth.ClientAuthentication;
import io.switchboard.security.internal.oauth.ClientCredentials;
import io.switchboard.security.internal.oauth.OwnTokens;
import io.switchboard.security.internal.revocation.Revocations;
import io.switchboard.security.internal.role.RoleBook;
import io.switchboard.security.internal.token.HubIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** The parts of the plugin put together as in a hub, over a store in memory and folders of the test. */
public final class TestHub {
    static final Map<String, String> ROLES = Map.of(
            "role.chatbot.scopes", "crm.read, ticket.read ticket.write",
            "role.chatbot.mask.name", "full",
            "role.chatbot.mask.phone", "partial",
            "role.finance.scopes", "crm.*",
            "role.finance.mask.phone", "hidden",
            "role.finance.mask.amount", "full",
            "role.agent.scopes", "crm.read, crm.write, security.exchange",
            "role.gateway.scopes", "security.introspect",
            "role.administrator.scopes", "*");

    final TestClock clock = new TestClock();
    final DataSource store = TestStore.open();
    final NotedAudit audit = new NotedAudit();
    public final HubIdentity identity = new HubIdentity("");
    public final RoleBook roles = new RoleBook(ROLES);
    final Path run;
    public final KeyRing keys;
    public final Clients clients;
    public final Enrolment enrolment;
    public final Revocations revocations;
    public final Issuers issuers = new Issuers();
    final TokenAuthenticator authenticator;
    final OwnTokens tokens;
    public final ClientKeys clientKeys;
    final ClientAuthentication clientAuthentication;
    final ClientCredentials grant = new ClientCredentials(roles, clock);

    public TestHub(Path home) throws InterruptedException {
        run = home.resolve("run");
        keys = new KeyRing(home.resolve("data/keys"));
        keys.await();
        clients = new Clients(store);
        enrolment = new Enrolment(clients, new CredentialFiles(run));
        revocations = new Revocations(store, clock);
        authenticator = new TokenAuthenticator(identity, keys, clients, revocations, roles, issuers, clock);
        tokens = new OwnTokens(identity, keys, clients, revocations, clock);
        clientKeys = new ClientKeys(store, clients);
        clientAuthentication =
                new ClientAuthentication(identity, clients, new AssertionVerifier(clientKeys, store, clock), clock);
    }

    SigningKey key() {
        return keys.signing().orElseThrow();
    }

    /** Makes a client and gives back its secret. */
    public String client(String id, Kind kind, String role) throws IOException {
        Path file = enrolment
                .create(id, kind, Set.of(role), "test", "client-" + id + "-test.json")
                .orElseThrow();
        return new JsonMapper()
                .readTree(Files.readAllBytes(file))
                .path("client_secret")
                .asText();
    }

    /** The claims of a token of a client that is accepted now. */
    Map<String, Object> claims(String clientId) {
        Client client = clients.read(clientId).orElseThrow();
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", identity.issuer());
        claims.put("aud", identity.audience());
        claims.put("sub", clientId);
        claims.put("client_id", clientId);
        claims.put("client_generation", Long.toHexString(client.generation()));
        claims.put("scope", "crm.read ticket.read");
        claims.put("jti", "token-1");
        claims.put("iat", now);
        claims.put("exp", now + 900);
        return claims;
    }

    Caller authenticate(String token) throws CallFailure {
        return authenticator.authenticate(new Credentials("bearer", token));
    }

    /** How authentication fails. */
    ErrorCode refusal(String token) {
        try {
            Caller caller = authenticate(token);
            throw new AssertionError("accepted as " + caller.principal());
        } catch (CallFailure failure) {
            return failure.code();
        }
    }
}
