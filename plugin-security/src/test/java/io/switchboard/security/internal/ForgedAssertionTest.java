package io.switchboard.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Principal.Kind;
import io.switchboard.security.internal.OAuthServer.Answer;
import io.switchboard.security.internal.assertion.AssertionVerifier;
import io.switchboard.security.internal.assertion.AssertionVerifier.Verdict;
import io.switchboard.security.internal.client.ClientKey;
import io.switchboard.security.internal.client.KeyAlgorithm;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What attackers sign to be a client (RFC 7523). Each differs from an accepted one in what its name says, and in nothing else. */
class ForgedAssertionTest {
    @TempDir
    static Path home = Path.of("");

    private static TestHub hub;
    private static AssertionVerifier verifier;
    private static KeyPair rsa;
    private static KeyPair pss;
    private static KeyPair ec;
    private static KeyPair other;

    @BeforeAll
    static void open() throws Exception {
        hub = new TestHub(home);
        verifier = new AssertionVerifier(hub.clientKeys, hub.store, hub.clock);
        hub.client("bot", Kind.ASSIST, "chatbot");
        hub.client("other", Kind.ASSIST, "administrator");
        hub.client("keyless", Kind.ASSIST, "administrator");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        rsa = generator.generateKeyPair();
        pss = generator.generateKeyPair();
        other = generator.generateKeyPair();
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        ec = curve.generateKeyPair();
        add("bot", "rsa", KeyAlgorithm.RS256, rsa);
        add("bot", "pss", KeyAlgorithm.PS256, pss);
        add("bot", "ec", KeyAlgorithm.ES256, ec);
        add("other", "other", KeyAlgorithm.RS256, other);
    }

    private static void add(String client, String id, KeyAlgorithm algorithm, KeyPair pair) {
        hub.clientKeys.add(client, new ClientKey(id, algorithm, pair.getPublic(), hub.clock.instant(), "c1"));
    }

    @Test
    void whatTheForgedOnesAreMadeOfIsAccepted() {
        assertEquals(Verdict.PROVEN, verify(good()));
        assertEquals(Verdict.PROVEN, verify(Forge.token(without(header(), "kid"), claims(), byRsa())));
        assertEquals(Verdict.PROVEN, verify(Forge.token(without(header(), "typ"), claims(), byRsa())));
        assertEquals(
                Verdict.PROVEN, verify(Forge.token(header("typ", "client-authentication+jwt"), claims(), byRsa())));
        assertEquals(Verdict.PROVEN, verify(Forge.token(head("PS256", "pss"), claims(), byPss(pss))));
        assertEquals(Verdict.PROVEN, verify(Forge.token(head("ES256", "ec"), claims(), byEc())));
        assertEquals(Verdict.PROVEN, verify(with("aud", List.of(hub.identity.issuer()))));
    }

    @Test
    void eachCountsOnceOnAllNodesAndIsForgottenWhenItHasEnded() throws Exception {
        String assertion = good();
        assertEquals(Verdict.PROVEN, verify(assertion));
        assertEquals(Verdict.REFUSED, verify(assertion));
        AssertionVerifier node = new AssertionVerifier(hub.clientKeys, hub.store, hub.clock);
        assertEquals(Verdict.REFUSED, node.verify(assertion, "bot", audiences()));
        hub.clock.pass(Duration.ofMinutes(10));
        assertEquals(Verdict.PROVEN, verify(good()));
        try (Connection connection = hub.store.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM oauth_used_assertion")) {
            assertTrue(row.next());
            assertEquals(1, row.getInt(1));
        }
    }

    @Test
    void whoIsNotTheClientLearnsNothing() throws Exception {
        try (OAuthServer server = new OAuthServer(hub)) {
            String used = with("aud", server.base + "/oauth2/token");
            assertEquals(200, post(server, used).status());
            String keyless = Forge.token(header(), claims("keyless"), byRsa());
            String nobody = Forge.token(header(), claims("nobody"), byRsa());
            String expired = with("exp", now() - 60);
            Set<String> answers = new HashSet<>();
            for (String each : List.of(used, keyless, nobody, expired, "garbage", "a.b.c")) {
                Answer answer = post(server, each);
                assertEquals(401, answer.status());
                answers.add(answer.response().body());
            }
            answers.add(server.post("/oauth2/token", "bot", "wrong", "grant_type", "client_credentials")
                    .response()
                    .body());
            assertEquals(1, answers.size(), answers::toString);
            Answer twice = server.post(
                    "/oauth2/token",
                    "bot",
                    "secret",
                    "grant_type",
                    "client_credentials",
                    "client_assertion",
                    good(),
                    "client_assertion_type",
                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
            assertEquals(400, twice.status());
            assertEquals("invalid_request", twice.text("error"));
        }
    }

    @TestFactory
    Stream<DynamicTest> refused() {
        Map<String, String> forged = new LinkedHashMap<>();
        signatures(forged);
        headers(forged);
        claims(forged);
        assertTrue(forged.size() >= 60, "only " + forged.size());
        return forged.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> assertEquals(Verdict.REFUSED, verify(each.getValue()), each.getValue())));
    }

    private static void signatures(Map<String, String> forged) {
        for (String none : List.of("none", "None", "")) {
            forged.put("alg '" + none + "'", Forge.token(header("alg", none), claims(), c -> new byte[0]));
        }
        byte[] der = rsa.getPublic().getEncoded();
        forged.put(
                "HS256 by the public key", Forge.token(header("alg", "HS256"), claims(), Forge.mac("HmacSHA256", der)));
        forged.put("RS256 in name, HMAC in truth", Forge.token(header(), claims(), Forge.mac("HmacSHA256", der)));
        forged.put(
                "RS512", Forge.token(header("alg", "RS512"), claims(), Forge.with("SHA512withRSA", rsa.getPrivate())));
        forged.put("SHA-1", Forge.token(header(), claims(), Forge.with("SHA1withRSA", rsa.getPrivate())));
        forged.put("PS256 by the key for RS256", Forge.token(head("PS256", "rsa"), claims(), byPss(rsa)));
        forged.put(
                "RS256 by the key for PS256",
                Forge.token(head("RS256", "pss"), claims(), Forge.with("SHA256withRSA", pss.getPrivate())));
        forged.put(
                "RS256 by the key for PS256, no kid",
                Forge.token(
                        without(head("RS256", "pss"), "kid"), claims(), Forge.with("SHA256withRSA", pss.getPrivate())));
        forged.put("ES256 of zeros", Forge.token(head("ES256", "ec"), claims(), c -> new byte[64]));
        forged.put(
                "ES256 in DER",
                Forge.token(head("ES256", "ec"), claims(), Forge.with("SHA256withECDSA", ec.getPrivate())));
        forged.put("ES256 under the RSA key's kid", Forge.token(head("ES256", "rsa"), claims(), byEc()));
        forged.put("the key of another client", Forge.token(head("RS256", "other"), claims(), byOther()));
        forged.put("the key of another client under our kid", Forge.token(header(), claims(), byOther()));
        forged.put(
                "the hub's own key",
                Forge.token(
                        header(),
                        claims(),
                        Forge.with("SHA256withRSA", hub.key().secret())));
        String[] parts = good().split("\\.", -1);
        forged.put("signature missing", parts[0] + "." + parts[1] + ".");
        forged.put("two parts", parts[0] + "." + parts[1]);
        forged.put("signature of another", parts[0] + "." + parts[1] + "." + good().split("\\.", -1)[2]);
        forged.put("padding", good() + "==");
        forged.put("five parts", good() + ".AAAA.AAAA");
    }

    private static void headers(Map<String, String> forged) {
        forged.put("alg missing", Forge.token(without(header(), "alg"), claims(), byRsa()));
        forged.put("alg in lower case", Forge.token(header("alg", "rs256"), claims(), byRsa()));
        forged.put("alg a list", Forge.token(header("alg", List.of("RS256")), claims(), byRsa()));
        forged.put("kid unknown", Forge.token(header("kid", "rsa2"), claims(), byRsa()));
        forged.put("kid a path", Forge.token(header("kid", "../rsa"), claims(), byRsa()));
        forged.put("kid SQL", Forge.token(header("kid", "rsa' OR '1'='1"), claims(), byRsa()));
        Map<String, String> jwk = Map.of("kty", "RSA", "e", "AQAB", "n", Forge.base64(new byte[256]));
        forged.put("key in the header", Forge.token(header("jwk", jwk), claims(), byOther()));
        forged.put("jku", Forge.token(header("jku", "http://127.0.0.1:1/keys"), claims(), byRsa()));
        forged.put("x5u", Forge.token(header("x5u", "http://127.0.0.1:1/chain"), claims(), byRsa()));
        forged.put("x5c", Forge.token(header("x5c", List.of("MIIB")), claims(), byRsa()));
        forged.put("crit", Forge.token(header("crit", List.of("exp")), claims(), byRsa()));
        forged.put("b64", Forge.token(header("b64", false), claims(), byRsa()));
        forged.put("zip", Forge.token(header("zip", "DEF"), claims(), byRsa()));
        forged.put("typ of an access token", Forge.token(header("typ", "at+jwt"), claims(), byRsa()));
        forged.put("typ of a logout token", Forge.token(header("typ", "logout+jwt"), claims(), byRsa()));
        String json = Forge.json(header());
        String payload = Forge.json(claims());
        forged.put("alg twice", Forge.token("{\"alg\":\"none\"," + json.substring(1), payload, byRsa()));
        forged.put("header and more", Forge.token(json + "{}", payload, byRsa()));
        forged.put("header huge", Forge.token(header("kid", "k".repeat(600)), claims(), byRsa()));
    }

    private static void claims(Map<String, String> forged) {
        forged.put("of another client", Forge.token(header(), claims("other"), byRsa()));
        forged.put("another issuer", with("iss", "other"));
        forged.put("another subject", with("sub", "other"));
        forged.put("another audience", with("aud", "https://login.example.com"));
        forged.put("another audience beside ours", with("aud", List.of(hub.identity.issuer(), "https://else.example")));
        forged.put("audience empty", with("aud", List.of()));
        forged.put("audience with a slash", with("aud", hub.identity.issuer() + "/"));
        forged.put("expired", with("exp", now() - 60));
        forged.put("lasts too long", with("exp", now() + 3600));
        forged.put("lasts for ever", with("exp", 99_999_999_999L));
        forged.put("exp a text", with("exp", "tomorrow"));
        forged.put("not yet valid", with("nbf", now() + 60));
        forged.put("issued in the future", with("iat", now() + 60));
        forged.put("jti empty", with("jti", ""));
        forged.put("jti a number", with("jti", 7));
        forged.put("jti a list", with("jti", List.of("a")));
        forged.put("jti too long", with("jti", "j".repeat(300)));
        forged.put("iss a list", with("iss", List.of("bot")));
        forged.put("sub a number", with("sub", 7));
        for (String name : List.of("iss", "sub", "aud", "exp", "jti")) {
            forged.put(name + " missing", Forge.token(header(), without(claims(), name), byRsa()));
        }
        String json = Forge.json(claims());
        forged.put(
                "claim twice", Forge.token(Forge.json(header()), "{\"sub\":\"other\"," + json.substring(1), byRsa()));
        forged.put("claims and more", Forge.token(Forge.json(header()), json + "{}", byRsa()));
        forged.put("claims no JSON", Forge.token(Forge.json(header()), "sub=bot", byRsa()));
        forged.put("too long", with("pad", "x".repeat(8000)));
        forged.put("empty", "");
    }

    private static Answer post(OAuthServer server, String assertion) throws Exception {
        return server.post(
                "/oauth2/token",
                "",
                "",
                "grant_type",
                "client_credentials",
                "client_assertion",
                assertion,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    }

    private static Verdict verify(String assertion) {
        return verifier.verify(assertion, "bot", audiences());
    }

    private static Set<String> audiences() {
        return Set.of(hub.identity.issuer());
    }

    private static String good() {
        return Forge.token(header(), claims(), byRsa());
    }

    private static String with(String name, Object value) {
        Map<String, Object> claims = claims();
        claims.put(name, value);
        return Forge.token(header(), claims, byRsa());
    }

    private static Map<String, Object> header() {
        return head("RS256", "rsa");
    }

    private static Map<String, Object> head(String algorithm, String kid) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm);
        header.put("typ", "JWT");
        header.put("kid", kid);
        return header;
    }

    private static Map<String, Object> header(String name, Object value) {
        Map<String, Object> header = header();
        header.put(name, value);
        return header;
    }

    private static Map<String, Object> without(Map<String, Object> members, String name) {
        members.remove(name);
        return members;
    }

    private static Map<String, Object> claims() {
        return claims("bot");
    }

    private static Map<String, Object> claims(String client) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", client);
        claims.put("sub", client);
        claims.put("aud", hub.identity.issuer());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now());
        claims.put("exp", now() + 60);
        return claims;
    }

    private static long now() {
        return hub.clock.instant().getEpochSecond();
    }

    private static Forge.Signer byRsa() {
        return Forge.with("SHA256withRSA", rsa.getPrivate());
    }

    private static Forge.Signer byOther() {
        return Forge.with("SHA256withRSA", other.getPrivate());
    }

    private static Forge.Signer byEc() {
        return Forge.with("SHA256withECDSAinP1363Format", ec.getPrivate());
    }

    private static Forge.Signer byPss(KeyPair pair) {
        return content -> {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            signature.initSign(pair.getPrivate());
            signature.update(content);
            return signature.sign();
        };
    }
}
