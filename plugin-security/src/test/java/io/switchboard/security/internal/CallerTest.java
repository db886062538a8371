package io.switchboard.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.Assurance;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal.Kind;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.security.Caller;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import io.switchboard.security.internal.access.RoleMasking;
import io.switchboard.security.internal.access.TokenAuthenticator;
import io.switchboard.security.internal.key.KeyRing;
import io.switchboard.security.internal.role.RoleBook;
import io.switchboard.security.internal.role.ScopeSet;
import io.switchboard.security.internal.token.AccessToken;
import io.switchboard.security.internal.token.TokenIssuer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who a token makes a caller, and how changes behind the token count. */
class CallerTest {
    @TempDir
    Path home = Path.of("");

    private TestHub hub;

    @BeforeEach
    void open() throws Exception {
        hub = new TestHub(home);
        hub.client("bot", Kind.AUTONOMOUS, "chatbot");
    }

    @Test
    void aCallerIsWhatTokenClientAndRolesSayTogether() throws Exception {
        Caller caller = hub.authenticate(token("crm.read", "security.admin"));
        assertEquals("bot", caller.principal().id());
        assertEquals(Kind.AUTONOMOUS, caller.principal().kind());
        assertEquals(Set.of("chatbot"), caller.roles());
        assertEquals(Set.of("crm.read"), caller.scopes());
        assertEquals(Optional.empty(), caller.boundCustomer());
        assertEquals("t1", caller.tokenId());
    }

    @Test
    void aBoundTokenNamesItsCustomerAndItsAgent() throws Exception {
        Caller caller = hub.authenticate(bound());
        assertEquals(Optional.of("c-1"), caller.boundCustomer());
        assertEquals(Optional.of("bot"), caller.actor());
        assertEquals(Assurance.SIGNED_IN, caller.assurance());
    }

    @Test
    void theSecondCallGetsTheSameCaller() throws Exception {
        String token = token("crm.read");
        assertSame(hub.authenticate(token), hub.authenticate(token));
    }

    @Test
    void aChangedRoleCountsForTokensThatAreOut() throws Exception {
        String token = token("crm.read", "ticket.read");
        assertEquals(Set.of("crm.read", "ticket.read"), hub.authenticate(token).scopes());
        hub.roles.modified(Map.of("role.chatbot.scopes", "ticket.read"));
        assertEquals(Set.of("ticket.read"), hub.authenticate(token).scopes());
        hub.roles.modified(Map.of());
        assertEquals(ErrorCode.NOT_READY, hub.refusal(token));
    }

    @Test
    void aNewSecretEndsTheTokensBeforeIt() throws Exception {
        String token = token("crm.read");
        hub.authenticate(token);
        hub.enrolment.rotate("bot", "c2", "client-bot-c2.json");
        assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(token));
        hub.authenticate(token("crm.read"));
    }

    @Test
    void aRemovedClientsTokensStayDeadWhenItIsMadeAgain() throws Exception {
        String token = token("crm.read");
        hub.authenticate(token);
        hub.enrolment.remove("bot");
        assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(token));
        hub.client("bot", Kind.AUTONOMOUS, "chatbot");
        assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(token));
    }

    @Test
    void aTokenThatWasCheckedBeforeStillEnds() throws Exception {
        String token = token("crm.read");
        hub.authenticate(token);
        hub.clock.pass(Duration.ofMinutes(15).plusSeconds(9));
        hub.authenticate(token);
        hub.clock.pass(Duration.ofSeconds(2));
        assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(token));
    }

    @Test
    void anotherSchemeIsNoToken() {
        String token = token("crm.read");
        CallFailure failure =
                assertThrows(CallFailure.class, () -> hub.authenticator.authenticate(new Credentials("basic", token)));
        assertEquals(ErrorCode.UNAUTHENTICATED, failure.code());
    }

    @Test
    void withoutKeysNobodyIsKnownYet() throws Exception {
        Path broken = Files.createDirectories(home.resolve("broken"));
        Files.writeString(broken.resolve("1.pem"), "no key");
        KeyRing none = new KeyRing(broken);
        none.await();
        TokenAuthenticator authenticator = new TokenAuthenticator(
                hub.identity, none, hub.clients, hub.revocations, hub.roles, hub.issuers, hub.clock);
        CallFailure failure = assertThrows(
                CallFailure.class, () -> authenticator.authenticate(new Credentials("bearer", token("crm.read"))));
        assertEquals(ErrorCode.NOT_READY, failure.code());
    }

    @Test
    void withoutItsStoreItRefuses() throws Exception {
        String token = token("crm.read");
        try (Connection connection = hub.store.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE oauth_client CASCADE");
        }
        assertEquals(ErrorCode.BUSY, hub.refusal(token));
    }

    @Test
    void rolesDecideWhatIsSeenAndEqualProfilesAreOne() throws Exception {
        Map<String, String> roles = new HashMap<>(TestHub.ROLES);
        RoleBook book = new RoleBook(roles);
        RoleMasking masking = new RoleMasking(book);
        Caller caller = hub.authenticate(token("crm.read"));
        MaskingProfile profile = masking.profile(caller);
        assertEquals(Treatment.PARTIAL, profile.of(DataClass.PHONE));
        assertEquals(Treatment.FULL, profile.of(DataClass.NAME));
        assertEquals(Treatment.HIDDEN, profile.of(DataClass.BANK_CARD));
        roles.put("role.auditor.scopes", "crm.read");
        book.modified(roles);
        assertSame(profile, masking.profile(caller));
        roles.put("role.chatbot.mask.phone", "hidden");
        book.modified(roles);
        assertNotSame(profile, masking.profile(caller));
        assertEquals(Treatment.HIDDEN, masking.profile(caller).of(DataClass.PHONE));
    }

    private String token(String... scopes) {
        Instant now = hub.clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return TokenIssuer.write(
                new AccessToken(
                        "bot",
                        generation(),
                        new ScopeSet(Set.of(scopes)),
                        Optional.empty(),
                        Optional.empty(),
                        Assurance.TOKEN,
                        "t1",
                        now,
                        now.plusSeconds(900)),
                hub.identity,
                hub.key());
    }

    private String bound() {
        Instant now = hub.clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return TokenIssuer.write(
                new AccessToken(
                        "bot",
                        generation(),
                        new ScopeSet(Set.of("crm.read")),
                        Optional.of("c-1"),
                        Optional.of("bot"),
                        Assurance.SIGNED_IN,
                        "t2",
                        now,
                        now.plusSeconds(900)),
                hub.identity,
                hub.key());
    }

    private long generation() {
        return hub.clients.read("bot").orElseThrow().generation();
    }
}
