package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that accepts the tokens of a real provider, configured while it runs. */
class GlewlwydRealIT {
    private static final String CUSTOMER = "/api/crm/v1/customers/C-1001";
    private static final String ME = "/api/crm/v1/customers/me";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    // Longer than the least time between two fetches of keys that tokens ask for.
    private static final Duration KEYS = Duration.ofSeconds(60);

    @TempDir
    static Path home = Path.of("");

    private static RealSystem provider;
    private static HubProcess hub;

    @BeforeAll
    static void start() throws Exception {
        provider = RealSystem.named("glewlwyd");
        hub = HubProcess.start(home.resolve("hub"));
        hub.admin()
                .post(
                        "/api/security/v1/clients",
                        "{\"clientId\":\"desk\",\"kind\":\"ASSIST\",\"roles\":[\"chatbot\"]}",
                        "Idempotency-Key",
                        "desk-1")
                .ok();
        configure("callers", """
                for = callers
                audience = %s
                client.claim = client_id
                client.map.%s = desk
                """.formatted(provider.property("audience"), provider.property("client")));
        configure("customers", """
                for = customers
                audience = %s
                customer.claim = customer
                customer.prefix = C-
                assurance = signed-in
                """.formatted(provider.property("shop_audience")));
        String token = callersToken();
        Await.until("the issuer is known", () -> get(token, CUSTOMER).status() == 200);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static void configure(String name, String rules) throws IOException {
        Files.writeString(
                hub.home().resolve("etc/io.switchboard.security.issuer~glewlwyd-" + name + ".cfg"),
                "issuer = " + provider.property("issuer") + "\n" + rules);
    }

    /** A token of the provider for a client application. */
    private static String callersToken() throws Exception {
        return token("grant_type=client_credentials&scope=crm.read&resource=" + encoded("audience"));
    }

    /** A token of the provider for a customer. */
    private static String customersToken() throws Exception {
        return token(
                "grant_type=password&scope=shop&username=" + encoded("user") + "&password=" + encoded("user_password"));
    }

    private static String encoded(String property) {
        return URLEncoder.encode(provider.property(property), StandardCharsets.UTF_8);
    }

    private static String token(String form) throws Exception {
        return accessToken(post(
                provider.property("issuer") + "/token",
                provider.property("client"),
                provider.property("client_secret"),
                form));
    }

    private static String accessToken(HttpResponse<String> answer) throws IOException {
        assertEquals(200, answer.statusCode(), answer.body());
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    private static HttpResponse<String> post(String address, String id, String secret, String form) throws Exception {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static Answer get(String token, String path) {
        return Caller.with(hub.address(), token).get(path);
    }

    @Test
    void aClientOfTheProviderIsTheHubsClientWithItsRoles() throws Exception {
        String token = callersToken();
        JsonNode customer = get(token, CUSTOMER).ok();
        assertFalse(customer.toString().contains("13800001001"), "the role sees part of the number only");
        // The role could, the token may not.
        get(token, "/api/ticket/v1/customers/C-1001/tickets").problem(403, 4016);
        get(token, "/api/security/v1/clients").problem(403, 4016);
    }

    @Test
    void aChangedTokenIsNone() throws Exception {
        String token = callersToken();
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertTrue(claims.contains("\"crm.read\""), claims);
        String wider = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("\"crm.read\"", "\"*\"").getBytes(StandardCharsets.UTF_8));
        get(parts[0] + "." + wider + "." + parts[2], CUSTOMER).problem(401, 4011);
        get(token.substring(0, token.length() - 8) + "AAAAAAAA", CUSTOMER).problem(401, 4011);
        get(token, CUSTOMER).ok();
    }

    @Test
    void aTokenForSomebodyElseIsNone() throws Exception {
        // Without a resource the provider writes the scopes in place of an audience.
        get(token("grant_type=client_credentials&scope=crm.read"), CUSTOMER).problem(401, 4011);
    }

    @Test
    void theProviderMayBeAway() throws Exception {
        String seen = callersToken();
        get(seen, CUSTOMER).ok();
        String unseen = callersToken();
        provider.run("down");
        try {
            get(seen, CUSTOMER).ok();
            get(unseen, CUSTOMER).ok();
        } finally {
            provider.run("up");
        }
        get(callersToken(), CUSTOMER).ok();
    }

    @Test
    void aNewKeyIsFollowedAndTheOldOneEnds() throws Exception {
        String old = callersToken();
        get(old, CUSTOMER).ok();
        provider.run("rotate");
        String fresh = callersToken();
        Await.until("the new key is taken", KEYS, () -> get(fresh, CUSTOMER).status() == 200);
        get(old, CUSTOMER).problem(401, 4011);
    }

    @Test
    void aCustomersTokenCallsNothingAndIsExchangedForOneThatIsBound() throws Exception {
        String token = customersToken();
        get(token, CUSTOMER).problem(401, 4011);
        // Each configuration fetches keys for itself, and the key may be a new one.
        Await.until("the key is known", KEYS, () -> exchange(token).statusCode() == 200);
        String bound = accessToken(exchange(token));
        assertEquals(
                "C-" + provider.property("customer"),
                get(bound, ME).ok().path("customerId").asText());
        get(bound, "/api/crm/v1/customers/C-1002").problem(404, 4001);
    }

    private static HttpResponse<String> exchange(String token) throws Exception {
        JsonNode client = HubProcess.read(hub.home(), "demo-client.json");
        String urn = URLEncoder.encode("urn:ietf:params:oauth:", StandardCharsets.UTF_8);
        return post(
                hub.address() + "/oauth2/token",
                client.path("client_id").asText(),
                client.path("client_secret").asText(),
                "grant_type=" + urn + "grant-type:token-exchange&subject_token=" + token + "&subject_token_type=" + urn
                        + "token-type:access_token");
    }
}
