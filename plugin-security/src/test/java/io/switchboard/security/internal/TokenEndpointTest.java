package io.switchboard.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.connector.Principal.Kind;
import io.switchboard.core.security.Caller;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OAuth endpoints over HTTP. */
class TokenEndpointTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String GRANT = "grant_type=client_credentials";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path home = Path.of("");

    private TestHub hub;
    private OAuthServer server;
    private String base;
    private String secret;

    @BeforeEach
    void open() throws Exception {
        hub = new TestHub(home);
        secret = hub.client("bot", Kind.ASSIST, "chatbot");
        server = new OAuthServer(hub);
        base = server.base;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aClientAuthenticatesByHeaderOrBodyAndGetsAWorkingToken() throws Exception {
        for (HttpResponse<String> answer : List.of(
                post(GRANT, basic("bot", secret)), post(GRANT + "&client_id=bot&client_secret=" + secret, ""))) {
            assertEquals(200, answer.statusCode(), answer.body());
            assertEquals(
                    "no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
            assertEquals(
                    "application/json",
                    answer.headers().firstValue("Content-Type").orElseThrow());
            JsonNode body = JSON.readTree(answer.body());
            assertEquals("Bearer", body.path("token_type").asText());
            assertEquals(900, body.path("expires_in").asInt());
            assertEquals("crm.read ticket.read ticket.write", body.path("scope").asText());
            Caller caller = hub.authenticate(body.path("access_token").asText());
            assertEquals("bot", caller.principal().id());
            assertEquals(Set.of("crm.read", "ticket.read", "ticket.write"), caller.scopes());
        }
    }

    @Test
    void scopesAreNarrowedAndNeverWidened() throws Exception {
        HttpResponse<String> one = post(GRANT + "&scope=crm.read", basic("bot", secret));
        assertEquals("crm.read", JSON.readTree(one.body()).path("scope").asText());
        for (String wide : List.of("crm.read+security.admin", "*", "crm.*", "crm.read%22", "CRM.READ")) {
            assertError(400, "invalid_scope", post(GRANT + "&scope=" + wide, basic("bot", secret)));
        }
    }

    @Test
    void whoIsNotTheClientLearnsNothing() throws Exception {
        Set<String> answers = new HashSet<>();
        for (String authorization : List.of(
                basic("bot", "wrong"),
                basic("nobody", secret),
                basic("bot", ""),
                basic("", ""),
                basic("' OR 1=1 --", "x"),
                "Basic !!!",
                "Basic " + base64("no colon"),
                "Bearer x",
                basic("bot", "x".repeat(600)),
                "Basic " + base64("bot:%zz"))) {
            HttpResponse<String> answer = post(GRANT, authorization);
            assertError(401, "invalid_client", answer);
            assertTrue(answer.headers()
                    .firstValue("WWW-Authenticate")
                    .orElseThrow()
                    .startsWith("Basic "));
            answers.add(answer.body());
        }
        answers.add(post(GRANT, "").body());
        answers.add(post(GRANT + "&client_id=bot&client_secret=wrong", "").body());
        assertEquals(1, answers.size(), answers::toString);
    }

    @Test
    void formsThatAreNotWellFormedAreRefused() throws Exception {
        String own = basic("bot", secret);
        for (String body : List.of(
                "",
                "scope=crm.read",
                "grant_type=",
                GRANT + "&" + GRANT,
                GRANT + "&scope=crm.read&scope=crm.read",
                GRANT + "&scope=%zz",
                GRANT + "&scope=%f",
                GRANT + "&scope=%ff",
                GRANT + "&client_id=other",
                GRANT + "&client_secret=" + secret,
                GRANT + "&x=1".repeat(40))) {
            assertError(400, "invalid_request", post(body, own));
        }
        assertError(400, "unsupported_grant_type", post("grant_type=password", own));
        assertError(400, "invalid_request", send(request("?x=1", GRANT).header("Authorization", own)));
        HttpRequest.Builder json = HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        assertError(400, "invalid_request", send(json));
    }

    @Test
    void bodiesAreBoundedWithAndWithoutALength() throws Exception {
        String big = GRANT + "&x=" + "y".repeat(17 << 10);
        assertError(413, "invalid_request", post(big, basic("bot", secret)));
        HttpRequest.Builder chunked = HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(big)));
        assertError(413, "invalid_request", send(chunked));
    }

    @Test
    void onlyPostIsAnswered() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(base + "/oauth2/token?grant_type=client_credentials")));
        assertEquals(405, answer.statusCode());
        assertEquals("POST", answer.headers().firstValue("Allow").orElseThrow());
    }

    @Test
    void whoGuessesIsLockedOutForAWhile() throws Exception {
        for (int guess = 0; guess < 10; guess++) {
            assertError(401, "invalid_client", post(GRANT, basic("bot", "guess" + guess)));
        }
        HttpResponse<String> locked = post(GRANT, basic("bot", secret));
        assertError(429, "temporarily_unavailable", locked);
        assertTrue(Integer.parseInt(locked.headers().firstValue("Retry-After").orElseThrow()) > 200);
        hub.clock.pass(Duration.ofMinutes(5).plusSeconds(1));
        assertEquals(200, post(GRANT, basic("bot", secret)).statusCode());
    }

    @Test
    void withoutRolesNothingIsIssued() throws Exception {
        hub.roles.modified(Map.of());
        assertError(503, "temporarily_unavailable", post(GRANT, basic("bot", secret)));
        hub.roles.modified(Map.of("role.other.scopes", "*"));
        assertError(400, "invalid_scope", post(GRANT, basic("bot", secret)));
    }

    @Test
    void theKeysThatArePublishedAreThePublicOnes() throws Exception {
        JsonNode key = get("/oauth2/jwks").path("keys").path(0);
        assertEquals(Set.of("kty", "use", "alg", "kid", "n", "e"), Set.copyOf(names(key)));
        assertEquals(hub.key().id(), key.path("kid").asText());
        assertEquals(256, Base64.getUrlDecoder().decode(key.path("n").asText()).length);
    }

    @Test
    void theMetadataNamesTheEndpoints() throws Exception {
        JsonNode server = get("/.well-known/oauth-authorization-server");
        assertEquals(base, server.path("issuer").asText());
        assertEquals(base + "/oauth2/token", server.path("token_endpoint").asText());
        assertEquals(
                "client_credentials",
                server.path("grant_types_supported").path(0).asText());
        JsonNode resource = get("/.well-known/oauth-protected-resource");
        assertEquals(base, resource.path("resource").asText());
        assertEquals(base, resource.path("authorization_servers").path(0).asText());
    }

    @Test
    void documentsAreOnlyRead() throws Exception {
        for (String path : List.of(
                "/oauth2/jwks", "/.well-known/oauth-authorization-server", "/.well-known/oauth-protected-resource")) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(URI.create(base + path)).DELETE());
            assertError(405, "invalid_request", answer);
            assertEquals("GET, HEAD", answer.headers().firstValue("Allow").orElseThrow());
        }
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static void assertError(int status, String error, HttpResponse<String> answer) throws Exception {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(error, JSON.readTree(answer.body()).path("error").asText(), answer.body());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        assertFalse(answer.body().contains("Exception"));
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + path)));
        assertEquals(200, answer.statusCode());
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String body, String authorization) throws Exception {
        HttpRequest.Builder request = request("", body);
        return send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    private HttpRequest.Builder request(String query, String body) {
        return HttpRequest.newBuilder(URI.create(base + "/oauth2/token" + query))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String basic(String id, String secret) {
        return "Basic " + base64(encoded(id) + ":" + encoded(secret));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
