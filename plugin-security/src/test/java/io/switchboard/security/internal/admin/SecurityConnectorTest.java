package io.switchboard.security.internal.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Principal;
import io.switchboard.connector.ProbeResult;
import io.switchboard.security.internal.StaffCall;
import io.switchboard.security.internal.TestHub;
import io.switchboard.security.internal.admin.ClientKeyViews.AddKey;
import io.switchboard.security.internal.admin.ClientKeyViews.KeyRow;
import io.switchboard.security.internal.admin.ClientKeyViews.NamedKey;
import io.switchboard.security.internal.admin.ClientKeyViews.PublicJwk;
import io.switchboard.security.internal.admin.ClientViews.ClientRow;
import io.switchboard.security.internal.admin.ClientViews.CreateClient;
import io.switchboard.security.internal.admin.ClientViews.Kind;
import io.switchboard.security.internal.admin.ClientViews.ListClients;
import io.switchboard.security.internal.admin.ClientViews.NamedClient;
import io.switchboard.security.internal.admin.ClientViews.NewSecret;
import io.switchboard.security.internal.admin.TokenViews.NamedToken;
import io.switchboard.security.internal.admin.TokenViews.NewKey;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.client.SecretHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SecurityConnectorTest {
    private static final CreateClient BOT = new CreateClient("bot", Kind.AUTONOMOUS, List.of("chatbot", "finance"));

    // The example of RFC 7517, appendix A.1.
    private static final PublicJwk EC =
            ec("ES256", "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM");

    @TempDir
    Path home = Path.of("");

    private TestHub hub;
    private SecurityConnector connector;

    @BeforeEach
    void open() throws Exception {
        hub = new TestHub(home);
        hub.client("admin", Principal.Kind.ASSIST, "administrator");
        connector =
                new SecurityConnector(hub.clients, hub.enrolment, hub.roles, hub.clientKeys, hub.revocations, hub.keys);
    }

    @Test
    void aClientIsMadeAndTheAnswerNamesTheFileOnly() {
        NewSecret made = connector.create(BOT, new StaffCall("c1"));
        assertTrue(Files.exists(home.resolve(made.file())));
        assertEquals("run/client-bot-c1.json", made.file());
        ClientRow row = list("", 10).items().get(1);
        assertEquals(Kind.AUTONOMOUS, row.kind());
        assertEquals(List.of("chatbot", "finance"), row.roles());
    }

    @Test
    void pagesFollowOnEachOther() {
        connector.create(BOT, new StaffCall("c1"));
        Page<ClientRow> first = list("", 1);
        assertEquals("admin", first.items().get(0).clientId());
        Page<ClientRow> second = list(first.next().orElseThrow(), 1);
        assertEquals("bot", second.items().get(0).clientId());
        assertTrue(second.next().isEmpty());
    }

    @Test
    void aNameIsGivenOnceAndRolesHaveToExist() {
        connector.create(BOT, new StaffCall("c1"));
        fails(ErrorCode.CONFLICT, "client-exists", () -> connector.create(BOT, new StaffCall("c2")));
        fails(
                ErrorCode.INVALID_ARGUMENTS,
                "unknown-role",
                () -> connector.create(new CreateClient("b2", Kind.ASSIST, List.of("king")), new StaffCall("c3")));
    }

    @Test
    void anInterruptedCallFindsOutWhetherItTookPlace() {
        NamedClient bot = new NamedClient("bot");
        assertEquals(ProbeResult.notDone(), connector.created(BOT, new StaffCall("c1")));
        NewSecret made = connector.create(BOT, new StaffCall("c1"));
        assertEquals(ProbeResult.done(made), connector.created(BOT, new StaffCall("c1")));
        assertEquals(ProbeResult.notDone(), connector.rotated(bot, new StaffCall("c2")));
        NewSecret next = connector.rotate(bot, new StaffCall("c2"));
        assertEquals(ProbeResult.done(next), connector.rotated(bot, new StaffCall("c2")));
        assertFalse(Files.exists(home.resolve(made.file())));
        connector.remove(bot, new StaffCall("c3"));
        assertEquals(ProbeResult.done(null), connector.removed(bot));
        assertFalse(Files.exists(home.resolve(next.file())));
    }

    @Test
    void nobodyIsChangedWhoIsNotThereAndNobodyRemovesItself() {
        NamedClient nobody = new NamedClient("nobody");
        fails(ErrorCode.NOT_FOUND, "", () -> connector.rotate(nobody, new StaffCall("c1")));
        fails(ErrorCode.NOT_FOUND, "", () -> connector.remove(nobody, new StaffCall("c1")));
        fails(ErrorCode.CONFLICT, "own-client", () -> connector.remove(new NamedClient("admin"), new StaffCall("c1")));
    }

    @Test
    void allTokensOfAClientEndAndItsSecretStays() {
        connector.create(BOT, new StaffCall("c1"));
        Client before = hub.clients.find("bot").orElseThrow();
        connector.revokeAll(new NamedClient("bot"));
        Client after = hub.clients.find("bot").orElseThrow();
        assertNotEquals(before.generation(), after.generation());
        assertEquals(before.secretHash(), after.secretHash());
        fails(ErrorCode.NOT_FOUND, "", () -> connector.revokeAll(new NamedClient("nobody")));
    }

    @Test
    void aTokenEndsByItsId() {
        assertFalse(hub.revocations.contains("token-1"));
        connector.revoke(new NamedToken("token-1"), new StaffCall("c1"));
        connector.revoke(new NamedToken("token-1"), new StaffCall("c2"));
        assertTrue(hub.revocations.contains("token-1"));
        assertFalse(hub.revocations.contains("token-2"));
    }

    @Test
    void aNewSigningKeyIsMadeOnce() {
        assertEquals(ProbeResult.notDone(), connector.keyRotated());
        NewKey made = connector.rotateKey();
        assertTrue(hub.keys.find(made.keyId()).isPresent());
        assertEquals(ProbeResult.done(made), connector.keyRotated());
        fails(ErrorCode.CONFLICT, "key-waiting", () -> connector.rotateKey());
    }

    @Test
    void aClientHasPublicKeysThatAreWorthSomething() {
        connector.create(BOT, new StaffCall("c1"));
        KeyRow added = connector.addKey(new AddKey("bot", EC), new StaffCall("c2"));
        // RFC 7638 of that key.
        assertEquals("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s", added.keyId());
        assertEquals(ProbeResult.done(added), connector.keyAdded(new AddKey("bot", EC), new StaffCall("c2")));
        assertEquals(ProbeResult.notDone(), connector.keyAdded(new AddKey("bot", EC), new StaffCall("c3")));
        fails(ErrorCode.CONFLICT, "key-exists", () -> connector.addKey(new AddKey("bot", EC), new StaffCall("c3")));
        fails(ErrorCode.NOT_FOUND, "", () -> connector.addKey(new AddKey("nobody", EC), new StaffCall("c3")));
        for (PublicJwk wrong : List.of(
                ec("ES256", EC.x().orElseThrow(), EC.x().orElseThrow()),
                ec("RS256", EC.x().orElseThrow(), EC.y().orElseThrow()),
                ec("ES256", "A".repeat(43), "A".repeat(43)),
                rsa("AQAB", "A".repeat(43)),
                rsa("AQAA", modulus(256)),
                rsa("AQ", modulus(256)),
                rsa("AQAB", modulus(128)),
                rsa("AQAB", "!"))) {
            fails(
                    ErrorCode.INVALID_ARGUMENTS,
                    "unusable-key",
                    () -> connector.addKey(new AddKey("bot", wrong), new StaffCall("c4")));
        }
        assertEquals(List.of(added), connector.listKeys(new NamedClient("bot")).keys());
        fails(ErrorCode.NOT_FOUND, "", () -> connector.listKeys(new NamedClient("nobody")));
    }

    @Test
    void aClientWithAKeyCanDoWithoutASecret() throws Exception {
        NewSecret made = connector.create(BOT, new StaffCall("c1"));
        String secret = new ObjectMapper()
                .readTree(home.resolve(made.file()).toFile())
                .path("client_secret")
                .asText();
        Client before = hub.clients.find("bot").orElseThrow();
        NamedClient bot = new NamedClient("bot");
        fails(ErrorCode.CONFLICT, "no-key", () -> connector.removeSecret(bot, new StaffCall("c2")));
        assertTrue(SecretHash.matches(secret, before.secretHash()));
        connector.addKey(new AddKey("bot", EC), new StaffCall("c2"));
        assertEquals(ProbeResult.notDone(), connector.secretRemoved(bot, new StaffCall("c3")));
        connector.removeSecret(bot, new StaffCall("c3"));
        assertEquals(ProbeResult.done(null), connector.secretRemoved(bot, new StaffCall("c3")));
        Client after = hub.clients.find("bot").orElseThrow();
        assertFalse(SecretHash.matches(secret, after.secretHash()));
        assertFalse(SecretHash.matches("", after.secretHash()));
        assertNotEquals(before.generation(), after.generation(), "its tokens end");
        assertFalse(Files.exists(home.resolve(made.file())));
        fails(ErrorCode.NOT_FOUND, "", () -> connector.removeSecret(new NamedClient("nobody"), new StaffCall("c4")));
    }

    @Test
    void aRemovedKeyTakesTheClientsTokensWithIt() {
        connector.create(BOT, new StaffCall("c1"));
        KeyRow added = connector.addKey(new AddKey("bot", EC), new StaffCall("c2"));
        NamedKey named = new NamedKey("bot", added.keyId());
        long before = hub.clients.find("bot").orElseThrow().generation();
        assertEquals(ProbeResult.notDone(), connector.keyRemoved(named));
        connector.removeKey(named);
        assertEquals(ProbeResult.done(null), connector.keyRemoved(named));
        assertNotEquals(before, hub.clients.find("bot").orElseThrow().generation());
        fails(ErrorCode.NOT_FOUND, "", () -> connector.removeKey(named));
    }

    @Test
    void fiveKeysAreEnoughAndGoWithTheirClient() {
        connector.create(BOT, new StaffCall("c1"));
        for (int n = 0; n < 5; n++) {
            connector.addKey(new AddKey("bot", named("k" + n)), new StaffCall("c2"));
        }
        fails(
                ErrorCode.CONFLICT,
                "too-many-keys",
                () -> connector.addKey(new AddKey("bot", named("k5")), new StaffCall("c3")));
        connector.remove(new NamedClient("bot"), new StaffCall("c4"));
        connector.create(BOT, new StaffCall("c5"));
        assertEquals(List.of(), connector.listKeys(new NamedClient("bot")).keys());
    }

    private static PublicJwk named(String kid) {
        return new PublicJwk(
                "EC",
                "ES256",
                Optional.of("sig"),
                Optional.of(kid),
                Optional.empty(),
                Optional.empty(),
                EC.crv(),
                EC.x(),
                EC.y());
    }

    private static PublicJwk ec(String algorithm, String x, String y) {
        return new PublicJwk(
                "EC",
                algorithm,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("P-256"),
                Optional.of(x),
                Optional.of(y));
    }

    private static PublicJwk rsa(String exponent, String modulus) {
        return new PublicJwk(
                "RSA",
                "RS256",
                Optional.empty(),
                Optional.empty(),
                Optional.of(modulus),
                Optional.of(exponent),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String modulus(int bytes) {
        byte[] odd = new byte[bytes];
        Arrays.fill(odd, (byte) 0xFF);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(odd);
    }

    private Page<ClientRow> list(String after, int limit) {
        return connector.list(new ListClients(PageRequest.of(Optional.of(after), limit)));
    }

    private static void fails(ErrorCode code, String reason, Executable call) {
        ConnectorException failure = assertThrows(ConnectorException.class, call);
        assertEquals(code, failure.code());
        assertEquals(reason, failure.reason());
    }
}
