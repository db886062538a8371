package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of tokens in a running hub: how a client comes by one, what becomes of it, and how it ends. */
@ExtendWith(SharedHub.class)
class TokensIT {
    private static final String CUSTOMER = "/api/crm/v1/customers/C-1001";
    private static final String BEARER_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final HubProcess hub;
    private final Caller nobody;

    TokensIT(HubProcess hub) {
        this.hub = hub;
        nobody = Caller.nobody(hub.address());
    }

    @Test
    void aClientWithAKeyGetsATokenThatIsNarrowedAndEnded() throws Exception {
        Caller admin = hub.admin();
        String client = "keyed-" + UUID.randomUUID().toString().substring(0, 8);
        admin.post(
                        "/api/security/v1/clients",
                        "{\"clientId\":\"" + client + "\",\"kind\":\"ASSIST\",\"roles\":[\"chatbot\"]}")
                .ok();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair key = generator.generateKeyPair();
        ECPublicKey open = (ECPublicKey) key.getPublic();
        JsonNode added = admin.post(
                        "/api/security/v1/clients/" + client + "/keys",
                        "{\"key\":{\"kty\":\"EC\",\"alg\":\"ES256\",\"crv\":\"P-256\",\"kid\":\"k1\",\"x\":\""
                                + coordinate(open.getW().getAffineX()) + "\",\"y\":\""
                                + coordinate(open.getW().getAffineY()) + "\"}}")
                .ok();
        assertEquals("k1", added.path("keyId").asText());

        String wide = form("token", client, key, Map.of("grant_type", "client_credentials"))
                .ok()
                .path("access_token")
                .asText();
        assertEquals(200, call(wide).status());
        JsonNode narrowed = form(
                        "token",
                        client,
                        key,
                        Map.of(
                                "grant_type",
                                EXCHANGE,
                                "subject_token",
                                wide,
                                "subject_token_type",
                                ACCESS_TOKEN,
                                "scope",
                                "crm.read",
                                "resource",
                                hub.address()))
                .ok();
        String narrow = narrowed.path("access_token").asText();
        assertEquals("crm.read", narrowed.path("scope").asText());
        assertEquals(200, call(narrow).status());
        assertTrue(form("introspect", client, key, Map.of("token", narrow))
                .ok()
                .path("active")
                .asBoolean());

        assertEquals(200, form("revoke", client, key, Map.of("token", wide)).status());
        call(wide).problem(401, 4011);
        call(narrow).problem(401, 4011);
        assertFalse(form("introspect", client, key, Map.of("token", narrow))
                .ok()
                .path("active")
                .asBoolean());

        String last = form("token", client, key, Map.of("grant_type", "client_credentials"))
                .ok()
                .path("access_token")
                .asText();
        admin.post("/api/security/v1/clients/" + client + "/tokens/revocation", "")
                .assertNoInnards();
        call(last).problem(401, 4011);
        Answer removed = admin.send(
                "DELETE", "/api/security/v1/clients/" + client + "/keys/k1", "", "Idempotency-Key", "remove-" + client);
        assertEquals(2, removed.status() / 100, removed::toString);
        assertEquals(
                401,
                form("token", client, key, Map.of("grant_type", "client_credentials"))
                        .status());
    }

    @Test
    void anAdministratorEndsATokenByItsId() {
        Caller chatbot = hub.chatbot();
        chatbot.get(CUSTOMER).ok();
        String payload =
                new String(Base64.getUrlDecoder().decode(chatbot.token().split("\\.", -1)[1]), StandardCharsets.UTF_8);
        String id = payload.replaceAll(".*\"jti\":\"([^\"]+)\".*", "$1");
        Answer revoked = hub.admin().post("/api/security/v1/tokens/" + id + "/revocation", "");
        assertEquals(2, revoked.status() / 100, revoked::toString);
        chatbot.get(CUSTOMER).problem(401, 4011);
        hub.chatbot().get(CUSTOMER).ok();
    }

    @Test
    void theNextKeyIsPublishedAndTokensGoOnAsBefore() throws Exception {
        Caller chatbot = hub.chatbot();
        int before = nobody.get("/oauth2/jwks").ok().path("keys").size();
        Caller admin = hub.admin();
        JsonNode made = admin.post("/api/security/v1/keys", "").ok();
        JsonNode keys = nobody.get("/oauth2/jwks").ok().path("keys");
        assertEquals(before + 1, keys.size());
        assertEquals(made.path("keyId").asText(), keys.path(before).path("kid").asText());
        admin.post("/api/security/v1/keys", "").problem(409, 4008);
        try (Stream<Path> files = Files.list(hub.home().resolve("data/keys"))) {
            assertEquals(before + 1, files.count());
        }
        chatbot.get(CUSTOMER).ok();
        hub.chatbot().get(CUSTOMER).ok();
    }

    @Test
    void whatIsOfferedIsSaidAndGarbageIsNotExchanged() throws Exception {
        JsonNode admin = HubProcess.read(hub.home(), "admin.json");
        String basic = Base64.getEncoder()
                .encodeToString((admin.path("client_id").asText() + ":"
                                + admin.path("client_secret").asText())
                        .getBytes(StandardCharsets.UTF_8));
        Answer answer = nobody.send(
                "POST",
                "/oauth2/token",
                body(Map.of("grant_type", EXCHANGE, "subject_token", "a.b.c", "subject_token_type", ACCESS_TOKEN)),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic " + basic);
        assertEquals(400, answer.status(), answer::toString);
        assertEquals("invalid_request", answer.json().path("error").asText());
        JsonNode metadata =
                nobody.get("/.well-known/oauth-authorization-server").ok();
        assertTrue(metadata.path("grant_types_supported").toString().contains(EXCHANGE));
        assertTrue(metadata.path("token_endpoint_auth_methods_supported")
                .toString()
                .contains("private_key_jwt"));
        assertEquals(
                hub.address() + "/oauth2/revoke",
                metadata.path("revocation_endpoint").asText());
    }

    private Answer call(String token) {
        return nobody.get(CUSTOMER, "Authorization", "Bearer " + token);
    }

    private Answer form(String endpoint, String client, KeyPair key, Map<String, String> parameters)
            throws GeneralSecurityException {
        String more =
                body(Map.of("client_assertion", assertion(client, key), "client_assertion_type", BEARER_ASSERTION));
        return nobody.send(
                "POST",
                "/oauth2/" + endpoint,
                body(parameters) + "&" + more,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private String assertion(String client, KeyPair key) throws GeneralSecurityException {
        String content = base64("{\"alg\":\"ES256\",\"kid\":\"k1\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + base64(("{\"iss\":\"" + client + "\",\"sub\":\"" + client + "\",\"aud\":\"" + hub.address()
                                + "/oauth2/token\",\"jti\":\"" + UUID.randomUUID() + "\",\"exp\":"
                                + Instant.now().plusSeconds(60).getEpochSecond() + "}")
                        .getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + base64(signature.sign());
    }

    private static String coordinate(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] bytes = new byte[32];
        int length = Math.min(signed.length, bytes.length);
        System.arraycopy(signed, signed.length - length, bytes, bytes.length - length, length);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String body(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
