package io.switchboard.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tokens as attackers make them. Each differs from an accepted one in what its name says, and in nothing else. */
class ForgedTokenTest {
    @TempDir
    static Path home = Path.of("");

    private static TestHub hub;
    private static KeyPair otherRsa;
    private static KeyPair otherEc;

    @BeforeAll
    static void open() throws GeneralSecurityException, InterruptedException, IOException {
        hub = new TestHub(home);
        hub.client("bot", Kind.ASSIST, "chatbot");
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        otherRsa = rsa.generateKeyPair();
        KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
        ec.initialize(new ECGenParameterSpec("secp256r1"));
        otherEc = ec.generateKeyPair();
    }

    @Test
    void theTokenThatTheForgedOnesAreMadeOfIsAccepted() throws Exception {
        assertEquals("bot", hub.authenticate(good()).principal().id());
        assertEquals(
                "bot",
                hub.authenticate(with("aud", List.of("urn:else", "urn:switchboard:api")))
                        .principal()
                        .id());
    }

    @TestFactory
    Stream<DynamicTest> refused() {
        Map<String, String> forged = new LinkedHashMap<>();
        algorithms(forged);
        headers(forged);
        claims(forged);
        texts(forged);
        bound(forged);
        assertTrue(forged.size() >= 60, "only " + forged.size());
        return forged.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(each.getValue()), each.getValue())));
    }

    private static void algorithms(Map<String, String> forged) {
        byte[] der = hub.key().open().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            forged.put(
                    "alg '" + none + "', no signature", Forge.token(header("alg", none), claims(), c -> new byte[0]));
            forged.put("alg '" + none + "', right signature", Forge.token(header("alg", none), claims(), right()));
        }
        forged.put(
                "HS256 by the public key", Forge.token(header("alg", "HS256"), claims(), Forge.mac("HmacSHA256", der)));
        forged.put(
                "HS256 by the public key's PEM",
                Forge.token(
                        header("alg", "HS256"),
                        claims(),
                        Forge.mac("HmacSHA256", pem.getBytes(StandardCharsets.US_ASCII))));
        forged.put(
                "HS256 by the modulus",
                Forge.token(
                        header("alg", "HS256"),
                        claims(),
                        Forge.mac("HmacSHA256", hub.key().open().getModulus().toByteArray())));
        forged.put(
                "HS512 by the public key", Forge.token(header("alg", "HS512"), claims(), Forge.mac("HmacSHA512", der)));
        forged.put("RS256 in name, HMAC in truth", Forge.token(header(), claims(), Forge.mac("HmacSHA256", der)));
        forged.put(
                "RS384",
                Forge.token(
                        header("alg", "RS384"),
                        claims(),
                        Forge.with("SHA384withRSA", hub.key().secret())));
        forged.put(
                "RS512",
                Forge.token(
                        header("alg", "RS512"),
                        claims(),
                        Forge.with("SHA512withRSA", hub.key().secret())));
        forged.put(
                "SHA-1",
                Forge.token(
                        header(), claims(), Forge.with("SHA1withRSA", hub.key().secret())));
        forged.put("PS256", Forge.token(header("alg", "PS256"), claims(), pss()));
        forged.put(
                "ES256 by another key under our kid",
                Forge.token(
                        header("alg", "ES256"),
                        claims(),
                        Forge.with("SHA256withECDSAinP1363Format", otherEc.getPrivate())));
        forged.put("ES256, signature of zeros", Forge.token(header("alg", "ES256"), claims(), c -> new byte[64]));
        forged.put("alg in lower case", Forge.token(header("alg", "rs256"), claims(), right()));
        forged.put("alg missing", Forge.token(without(header(), "alg"), claims(), right()));
        forged.put("another RSA key under our kid", Forge.token(header(), claims(), byOtherRsa()));
        forged.put("another RSA key under its own kid", Forge.token(header("kid", "other"), claims(), byOtherRsa()));
    }

    private static void headers(Map<String, String> forged) {
        forged.put("kid missing", Forge.token(without(header(), "kid"), claims(), right()));
        forged.put("kid empty", Forge.token(header("kid", ""), claims(), right()));
        forged.put("kid a path", Forge.token(header("kid", "../../../dev/null"), claims(), right()));
        forged.put("kid SQL", Forge.token(header("kid", "x' UNION SELECT 'k"), claims(), right()));
        forged.put("kid a list", Forge.token(header("kid", List.of(hub.key().id())), claims(), right()));
        Map<String, String> jwk = Map.of("kty", "RSA", "e", "AQAB", "n", Forge.base64(new byte[256]));
        forged.put("key in the header", Forge.token(header("jwk", jwk), claims(), byOtherRsa()));
        forged.put("key in the header, right signature", Forge.token(header("jwk", jwk), claims(), right()));
        forged.put("jku", Forge.token(header("jku", "http://127.0.0.1:1/keys"), claims(), right()));
        forged.put("x5u", Forge.token(header("x5u", "http://127.0.0.1:1/chain"), claims(), right()));
        forged.put("x5c", Forge.token(header("x5c", List.of("MIIB")), claims(), right()));
        forged.put("crit", Forge.token(header("crit", List.of("exp")), claims(), right()));
        forged.put("b64", Forge.token(header("b64", false), claims(), right()));
        forged.put("zip", Forge.token(header("zip", "DEF"), claims(), right()));
        forged.put("cty of a nested token", Forge.token(header("cty", "JWT"), claims(), right()));
        forged.put("typ JWT", Forge.token(header("typ", "JWT"), claims(), right()));
        forged.put("typ of an id token", Forge.token(header("typ", "id+jwt"), claims(), right()));
        forged.put("typ missing", Forge.token(without(header(), "typ"), claims(), right()));
        forged.put("typ a number", Forge.token(header("typ", 1), claims(), right()));
        String json = Forge.json(header());
        String payload = Forge.json(claims());
        forged.put("alg twice", Forge.token("{\"alg\":\"none\"," + json.substring(1), payload, right()));
        forged.put("alg twice, escaped", Forge.token("{\"\\u0061lg\":\"none\"," + json.substring(1), payload, right()));
        forged.put("header and more", Forge.token(json + "{}", payload, right()));
        forged.put("header a list", Forge.token("[" + json + "]", payload, right()));
        forged.put("header cut off", Forge.token(json.substring(0, json.length() - 1), payload, right()));
        forged.put("header huge", Forge.token(header("kid", "k".repeat(600)), claims(), right()));
    }

    private static void claims(Map<String, String> forged) {
        long now = hub.clock.instant().getEpochSecond();
        forged.put("expired", with("exp", now - 60));
        forged.put("exp before iat", with("exp", now - 5));
        forged.put("exp a text", with("exp", "tomorrow"));
        forged.put("not yet valid", with("nbf", now + 60));
        forged.put("issued in the future", with("iat", now + 60));
        forged.put("another issuer", with("iss", "https://evil.example.com"));
        forged.put("issuer with a slash", with("iss", hub.identity.issuer() + "/"));
        forged.put("another audience", with("aud", "urn:else"));
        forged.put("a list of other audiences", with("aud", List.of("urn:else", "urn:other")));
        forged.put("audience empty", with("aud", List.of()));
        forged.put("another subject", with("sub", "admin"));
        forged.put("an unknown client", with("client_id", "nobody"));
        String nulled = Forge.json(changed(claims(), "client_id", "@")).replace("\"@\"", "null");
        forged.put("client_id null", Forge.token(Forge.json(header()), nulled, right()));
        forged.put("client_id a list", with("client_id", List.of("bot")));
        forged.put("another generation", with("client_generation", "1"));
        forged.put("generation no number", with("client_generation", "all"));
        forged.put("scope no scope", with("scope", "crm.read; DROP"));
        forged.put("scope a list", with("scope", List.of("*")));
        forged.put("customer a number", with("customer", 7));
        forged.put("customer empty", with("customer", ""));
        forged.put("customer that is not the subject", with("customer", "c1"));
        forged.put("act a text", with("act", "bot"));
        forged.put("act of nobody", with("act", Map.of()));
        forged.put("acr unknown", with("acr", "urn:else"));
        for (String name :
                List.of("iss", "aud", "sub", "client_id", "client_generation", "scope", "jti", "iat", "exp")) {
            forged.put(name + " missing", Forge.token(header(), without(claims(), name), right()));
        }
        String json = Forge.json(claims());
        forged.put("claim twice", Forge.token(Forge.json(header()), "{\"scope\":\"*\"," + json.substring(1), right()));
        forged.put("claims and more", Forge.token(Forge.json(header()), json + "{}", right()));
        forged.put("claims a list", Forge.token(Forge.json(header()), "[" + json + "]", right()));
        forged.put("claims no JSON", Forge.token(Forge.json(header()), "scope=*", right()));
    }

    /** Of a token that came by exchange. */
    private static void bound(Map<String, String> forged) {
        String right = boundWith("jti", "b1");
        String[] parts = right.split("\\.", -1);
        String other = boundWith("customer", "C-2").split("\\.", -1)[1];
        forged.put("bound to another customer, right signature", parts[0] + "." + other + "." + parts[2]);
        forged.put("bound, no longer, right signature", parts[0] + "." + good().split("\\.", -1)[1] + "." + parts[2]);
        forged.put("bound to one, about another", boundWith("customer", "C-2"));
        forged.put("bound, subject the client", boundWith("sub", "bot"));
        forged.put("bound to several", boundWith("customer", List.of("C-1", "C-2")));
        forged.put("bound, act a list", boundWith("act", List.of(Map.of("sub", "bot"))));
        forged.put("bound, act of a number", boundWith("act", Map.of("sub", 7)));
        forged.put("bound, act of an empty name", boundWith("act", Map.of("sub", "")));
        forged.put("bound, acr a number", boundWith("acr", 2));
        forged.put("bound, acr of a level that is none", boundWith("acr", "urn:switchboard:certain"));
        forged.put("bound, typ of a customer's token", Forge.token(header("typ", "id+jwt"), boundClaims(), right()));
        forged.put("bound, by another key", Forge.token(header(), boundClaims(), byOtherRsa()));
    }

    @Test
    void theBoundTokenThatOthersAreMadeOfIsAccepted() throws Exception {
        assertEquals(
                Optional.of("C-1"), hub.authenticate(boundWith("jti", "b1")).boundCustomer());
    }

    private static String boundWith(String name, Object value) {
        return Forge.token(header(), changed(boundClaims(), name, value), right());
    }

    private static Map<String, Object> boundClaims() {
        Map<String, Object> claims = claims();
        claims.put("sub", "C-1");
        claims.put("customer", "C-1");
        claims.put("act", Map.of("sub", "bot"));
        claims.put("acr", "urn:switchboard:signed_in");
        return claims;
    }

    private static void texts(Map<String, String> forged) {
        String good = good();
        String[] parts = good.split("\\.", -1);
        String wide = Forge.base64(Forge.json(changed(claims(), "scope", "*")).getBytes(StandardCharsets.UTF_8));
        forged.put("claims changed", parts[0] + "." + wide + "." + parts[2]);
        forged.put(
                "signature of another token",
                parts[0] + "." + parts[1] + "." + with("jti", "2").split("\\.", -1)[2]);
        forged.put("signature missing", parts[0] + "." + parts[1] + ".");
        forged.put("signature cut off", good.substring(0, good.length() - 4));
        forged.put("signature of zeros", parts[0] + "." + parts[1] + "." + Forge.base64(new byte[256]));
        forged.put(
                "last bits of the signature",
                good.substring(0, good.length() - 1) + next(good.charAt(good.length() - 1)));
        forged.put("padding", good + "==");
        forged.put("space within", parts[0] + ". " + parts[1] + "." + parts[2]);
        forged.put("line behind", good + "\n");
        forged.put("four parts", good + ".x");
        forged.put("five parts, as encrypted", parts[0] + ".." + parts[1] + "." + parts[2] + ".AAAA");
        forged.put("two parts", parts[0] + "." + parts[1]);
        forged.put("dots", "..");
        forged.put("empty", "");
        forged.put("garbage", "\u0000\uFFFF.\u7535.x");
        forged.put("too long", Forge.token(header(), changed(claims(), "pad", "x".repeat(8000)), right()));
        forged.put("ordinary Base64", good.replace('-', '+').replace('_', '/'));
    }

    private static String good() {
        return Forge.token(header(), claims(), right());
    }

    private static String with(String name, Object value) {
        return Forge.token(header(), changed(claims(), name, value), right());
    }

    private static Map<String, Object> header() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "RS256");
        header.put("typ", "at+jwt");
        header.put("kid", hub.key().id());
        return header;
    }

    private static Map<String, Object> header(String name, Object value) {
        return changed(header(), name, value);
    }

    private static Map<String, Object> claims() {
        return hub.claims("bot");
    }

    private static Map<String, Object> changed(Map<String, Object> members, String name, Object value) {
        members.put(name, value);
        return members;
    }

    private static Map<String, Object> without(Map<String, Object> members, String name) {
        members.remove(name);
        return members;
    }

    private static Forge.Signer right() {
        return Forge.with("SHA256withRSA", hub.key().secret());
    }

    private static Forge.Signer byOtherRsa() {
        return Forge.with("SHA256withRSA", otherRsa.getPrivate());
    }

    private static Forge.Signer pss() {
        return content -> {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            signature.initSign(hub.key().secret());
            signature.update(content);
            return signature.sign();
        };
    }

    // 256 bytes leave four bits of the last character unused.
    private static char next(char last) {
        return (char) (last + 1);
    }
}
