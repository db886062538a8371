package io.switchboard.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal.Kind;
import io.switchboard.core.security.Caller;
import io.switchboard.security.internal.issuer.Provider;
import io.switchboard.security.internal.issuer.TrustedIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers who come with a token of another issuer. */
class ExternalCallerTest {
    @TempDir
    Path home = Path.of("");

    private final Provider provider = new Provider();
    private TestHub hub;
    private TrustedIssuer issuer;
    private String token;

    @BeforeEach
    void open() throws Exception {
        hub = new TestHub(home);
        hub.client("bot", Kind.AUTONOMOUS, "chatbot");
        issuer = new TrustedIssuer(provider.callers(), hub.identity);
        hub.issuers.add(issuer);
        token = provider.token(hub.clock.instant());
    }

    @AfterEach
    void close() {
        issuer.close();
        provider.close();
    }

    @Test
    void theyAreTheHubsClientWithItsRolesAndNoMore() throws Exception {
        Caller caller = hub.authenticate(token);
        assertEquals("bot", caller.principal().id());
        assertEquals(Kind.AUTONOMOUS, caller.principal().kind());
        assertEquals(Set.of("chatbot"), caller.roles());
        assertEquals(Set.of("crm.read"), caller.scopes());
        assertEquals(Optional.empty(), caller.boundCustomer());
        assertSame(caller, hub.authenticate(token));
        Map<String, Object> greedy = provider.claims(hub.clock.instant());
        greedy.put("scope", "*");
        greedy.put("customer", "C-1");
        Caller all = hub.authenticate(Forge.token(provider.header(), greedy, provider.signer()));
        assertEquals(Set.of("crm.read", "ticket.read", "ticket.write"), all.scopes());
        assertEquals(Optional.empty(), all.boundCustomer());
    }

    @Test
    void aNewSecretInTheHubEndsNoneButARemovedClientDoes() throws Exception {
        hub.authenticate(token);
        assertTrue(hub.enrolment.rotate("bot", "again", "client-bot-again.json").isPresent());
        assertEquals("bot", hub.authenticate(token).principal().id());
        hub.enrolment.remove("bot");
        assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(token));
    }

    @Test
    void aTokenThatIsKeptEndsInTime() throws Exception {
        hub.authenticate(token);
        hub.clock.pass(Duration.ofSeconds(900 + 11));
        assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(token));
    }

    @Test
    void aTokenThatIsKeptEndsWithItsIssuersConfiguration() throws Exception {
        hub.authenticate(token);
        Map<String, Object> other = provider.callers();
        other.put("audience", "urn:else");
        issuer.modified(other);
        assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(token));
        issuer.modified(provider.callers());
        hub.authenticate(token);
        hub.issuers.remove(issuer);
        issuer.close();
        assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(token));
    }

    @Test
    void customersTokensAreNoCallers() throws Exception {
        issuer.modified(provider.customers());
        assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(token));
        assertEquals(Optional.of("C-1001"), hub.issuers.verify(token).customer());
    }

    @Test
    void withoutKeysNobodyCanSay() {
        Provider gone = new Provider();
        gone.close();
        TrustedIssuer silent = new TrustedIssuer(gone.callers(), hub.identity);
        hub.issuers.add(silent);
        assertEquals(ErrorCode.NOT_READY, hub.refusal(gone.token(hub.clock.instant())));
        silent.close();
    }
}
