package io.switchboard.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal.Kind;
import io.switchboard.security.internal.issuer.Provider;
import io.switchboard.security.internal.issuer.TrustedIssuer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of a configured issuer as attackers make them. Each differs from an accepted one in what its name says, and in nothing else. */
class ForgedExternalTokenTest {
    @TempDir
    static Path home = Path.of("");

    private static final Provider provider = new Provider();
    private static final Provider other = new Provider();

    private static TestHub hub;
    private static KeyPair stranger;
    private static KeyPair curve;

    @BeforeAll
    static void open() throws Exception {
        hub = new TestHub(home);
        hub.client("bot", Kind.ASSIST, "chatbot");
        hub.issuers.add(new TrustedIssuer(provider.callers(), hub.identity));
        Map<String, Object> second = other.callers();
        second.put("service.pid", "io.switchboard.security.issuer~other");
        hub.issuers.add(new TrustedIssuer(second, hub.identity));
        stranger = Provider.rsa(2048);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        curve = generator.generateKeyPair();
    }

    @AfterAll
    static void close() {
        provider.close();
        other.close();
    }

    @Test
    void theTokenThatTheForgedOnesAreMadeOfIsAccepted() throws Exception {
        assertEquals("bot", hub.authenticate(good()).principal().id());
        assertEquals(
                "bot",
                hub.authenticate(other.token(hub.clock.instant())).principal().id());
        // What nobody knows in a header is passed over; what stands in full is the same.
        Map<String, Object> header = header("typ", "application/at+jwt");
        header.put("x5t", "AAAA");
        assertEquals(
                "bot",
                hub.authenticate(Forge.token(header, claims(), right()))
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
        assertTrue(forged.size() >= 60, "only " + forged.size());
        return forged.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> assertEquals(ErrorCode.UNAUTHENTICATED, hub.refusal(each.getValue()), each.getValue())));
    }

    private static void algorithms(Map<String, String> forged) {
        RSAPublicKey open = (RSAPublicKey) provider.key().getPublic();
        byte[] der = open.getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        for (String none : List.of("none", "None", "NONE", "")) {
            forged.put(
                    "alg '" + none + "', no signature", Forge.token(header("alg", none), claims(), c -> new byte[0]));
            forged.put("alg '" + none + "', right signature", Forge.token(header("alg", none), claims(), right()));
        }
        Map<String, byte[]> secrets = Map.of(
                "public key", der,
                "public key's PEM", pem.getBytes(StandardCharsets.US_ASCII),
                "modulus", open.getModulus().toByteArray(),
                "modulus as in the key set",
                        String.valueOf(Provider.jwk("k1", provider.key()).get("n"))
                                .getBytes(StandardCharsets.US_ASCII),
                "empty secret", new byte[1]);
        secrets.forEach((name, secret) -> forged.put(
                "HS256 by the " + name,
                Forge.token(header("alg", "HS256"), claims(), Forge.mac("HmacSHA256", secret))));
        forged.put("RS256 in name, HMAC in truth", Forge.token(header(), claims(), Forge.mac("HmacSHA256", der)));
        for (String size : List.of("384", "512")) {
            forged.put(
                    "RS" + size,
                    Forge.token(
                            header("alg", "RS" + size),
                            claims(),
                            Forge.with("SHA" + size + "withRSA", provider.key().getPrivate())));
        }
        forged.put(
                "SHA-1",
                Forge.token(
                        header(),
                        claims(),
                        Forge.with("SHA1withRSA", provider.key().getPrivate())));
        forged.put("PS256 in name, PKCS #1 in truth", Forge.token(header("alg", "PS256"), claims(), right()));
        forged.put(
                "ES256 by another key under the issuer's kid",
                Forge.token(
                        header("alg", "ES256"),
                        claims(),
                        Forge.with("SHA256withECDSAinP1363Format", curve.getPrivate())));
        forged.put("ES256, signature of zeros", Forge.token(header("alg", "ES256"), claims(), c -> new byte[64]));
        forged.put("alg in lower case", Forge.token(header("alg", "rs256"), claims(), right()));
        forged.put("alg missing", Forge.token(without(header(), "alg"), claims(), right()));
        forged.put("a stranger's key under the issuer's kid", Forge.token(header(), claims(), byStranger()));
        forged.put("a stranger's key under its own kid", Forge.token(header("kid", "mine"), claims(), byStranger()));
        forged.put("another configured issuer's key", Forge.token(header(), claims(), other.signer()));
        forged.put(
                "the hub's own key",
                Forge.token(
                        header(),
                        claims(),
                        Forge.with("SHA256withRSA", hub.key().secret())));
        forged.put(
                "the hub's own key under its own kid",
                Forge.token(
                        header("kid", hub.key().id()),
                        claims(),
                        Forge.with("SHA256withRSA", hub.key().secret())));
        forged.put("the issuer's key for the hub's own token", Forge.token(header(), hub.claims("bot"), right()));
    }

    private static void headers(Map<String, String> forged) {
        forged.put("kid missing", Forge.token(without(header(), "kid"), claims(), right()));
        for (String kid :
                List.of("", "../../../dev/null", "x' UNION SELECT 'k", "http://127.0.0.1:1/key", "K1", "k1 ")) {
            forged.put("kid '" + kid + "'", Forge.token(header("kid", kid), claims(), right()));
        }
        forged.put("kid a list", Forge.token(header("kid", List.of("k1")), claims(), right()));
        forged.put("kid a number", Forge.token(header("kid", 1), claims(), right()));
        Map<String, Object> jwk = Provider.jwk("mine", stranger);
        forged.put("key in the header", Forge.token(header("jwk", jwk), claims(), byStranger()));
        forged.put("key in the header, right signature", Forge.token(header("jwk", jwk), claims(), right()));
        for (String name : List.of("jku", "x5u")) {
            forged.put(name, Forge.token(header(name, other.issuer() + "/jwks"), claims(), other.signer()));
            forged.put(
                    name + ", right signature",
                    Forge.token(header(name, "https://evil.example.com"), claims(), right()));
        }
        forged.put("x5c", Forge.token(header("x5c", List.of("MIIB")), claims(), right()));
        forged.put("crit", Forge.token(header("crit", List.of("exp")), claims(), right()));
        forged.put("crit empty", Forge.token(header("crit", List.of()), claims(), right()));
        forged.put("b64", Forge.token(header("b64", false), claims(), right()));
        forged.put("zip", Forge.token(header("zip", "DEF"), claims(), right()));
        forged.put("cty of a nested token", Forge.token(header("cty", "JWT"), claims(), right()));
        for (Object type : List.of("JWT", "id+jwt", "logout+jwt", "dpop+jwt", "", 1)) {
            forged.put("typ " + type, Forge.token(header("typ", type), claims(), right()));
        }
        forged.put("typ missing", Forge.token(without(header(), "typ"), claims(), right()));
        String json = Forge.json(header());
        String payload = Forge.json(claims());
        forged.put("alg twice", Forge.token("{\"alg\":\"none\"," + json.substring(1), payload, right()));
        forged.put("kid twice", Forge.token("{\"kid\":\"mine\"," + json.substring(1), payload, byStranger()));
        forged.put("header and more", Forge.token(json + "{}", payload, right()));
        forged.put("header huge", Forge.token(header("kid", "k".repeat(600)), claims(), right()));
    }

    private static void claims(Map<String, String> forged) {
        long now = hub.clock.instant().getEpochSecond();
        forged.put("expired", with("exp", now - 60));
        forged.put("exp before iat", with("exp", now - 5));
        forged.put("exp a text", with("exp", "tomorrow"));
        forged.put("exp in years", with("exp", now + 100_000_000));
        forged.put("exp beyond all time", with("exp", 1e300));
        forged.put("not yet valid", with("nbf", now + 60));
        forged.put("issued in the future", with("iat", now + 60));
        forged.put("an issuer that is not configured", with("iss", "https://evil.example.com"));
        forged.put("another configured issuer", with("iss", other.issuer()));
        forged.put("issuer with a slash", with("iss", provider.issuer() + "/"));
        forged.put("issuer in capitals", with("iss", provider.issuer().replace("shop", "SHOP")));
        forged.put("issuer a list", with("iss", List.of(provider.issuer())));
        forged.put("another audience", with("aud", "urn:else"));
        forged.put("a list of other audiences", with("aud", List.of("urn:else", "urn:other")));
        forged.put("audience in capitals", with("aud", "URN:HUB"));
        forged.put("audience empty", with("aud", List.of()));
        Map<String, Object> idToken = claims();
        idToken.put("aud", "shop-bot");
        idToken.put("nonce", "n");
        forged.put("an id token", Forge.token(header("typ", "JWT"), idToken, right()));
        forged.put("an id token that calls itself access token", Forge.token(header(), idToken, right()));
        forged.put("a client that is not mapped", with("client_id", "nobody"));
        forged.put("the hub's name of the client", with("client_id", "bot"));
        forged.put("client a list", with("client_id", List.of("shop-bot")));
        forged.put("client empty", with("client_id", ""));
        forged.put("client with a line", with("client_id", "shop-bot\n"));
        for (String name : List.of("iss", "aud", "client_id", "iat", "exp")) {
            forged.put(name + " missing", Forge.token(header(), without(claims(), name), right()));
        }
        String json = Forge.json(claims());
        forged.put(
                "claim twice", Forge.token(Forge.json(header()), "{\"client_id\":\"x\"," + json.substring(1), right()));
        forged.put("issuer twice", Forge.token(Forge.json(header()), "{\"iss\":\"x\"," + json.substring(1), right()));
        forged.put("claims and more", Forge.token(Forge.json(header()), json + "{}", right()));
        forged.put("claims a list", Forge.token(Forge.json(header()), "[" + json + "]", right()));
        forged.put("claims null", Forge.token(Forge.json(header()), "null", right()));
        forged.put("claims no JSON", Forge.token(Forge.json(header()), "scope=*", right()));
        forged.put("claims too deep", Forge.token(Forge.json(header()), "[".repeat(3000), right()));
    }

    private static void texts(Map<String, String> forged) {
        String good = good();
        String[] parts = good.split("\\.", -1);
        String wide = Forge.base64(Forge.json(changed(claims(), "scope", "*")).getBytes(StandardCharsets.UTF_8));
        forged.put("claims changed", parts[0] + "." + wide + "." + parts[2]);
        forged.put("signature missing", parts[0] + "." + parts[1] + ".");
        forged.put("signature cut off", good.substring(0, good.length() - 4));
        forged.put("signature of zeros", parts[0] + "." + parts[1] + "." + Forge.base64(new byte[256]));
        forged.put(
                "last bits of the signature",
                good.substring(0, good.length() - 1) + (char) (good.charAt(good.length() - 1) + 1));
        forged.put("padding", good + "==");
        forged.put("four parts", good + ".x");
        forged.put("five parts, as encrypted", parts[0] + ".." + parts[1] + "." + parts[2] + ".AAAA");
        forged.put("too long", Forge.token(header(), changed(claims(), "pad", "x".repeat(8000)), right()));
    }

    private static String good() {
        return provider.token(hub.clock.instant());
    }

    private static String with(String name, Object value) {
        return Forge.token(header(), changed(claims(), name, value), right());
    }

    private static Map<String, Object> header() {
        return provider.header();
    }

    private static Map<String, Object> header(String name, Object value) {
        return changed(header(), name, value);
    }

    private static Map<String, Object> claims() {
        return provider.claims(hub.clock.instant());
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
        return provider.signer();
    }

    private static Forge.Signer byStranger() {
        return Forge.with("SHA256withRSA", stranger.getPrivate());
    }
}
