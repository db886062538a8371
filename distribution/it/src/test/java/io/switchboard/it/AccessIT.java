package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedHub.class)
class AccessIT {
    private static final String CUSTOMER = "/api/crm/v1/customers/C-1001";

    private final HubProcess hub;
    private final Caller nobody;

    AccessIT(HubProcess hub) {
        this.hub = hub;
        nobody = Caller.nobody(hub.address());
    }

    @Test
    void withoutATokenNobodyIsServed() {
        Answer answer = nobody.get(CUSTOMER);
        answer.problem(401, 4011);
        assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"), answer::toString);
        // Neither is whether something exists told to whom nobody knows.
        nobody.get("/api/crm/v1/customers/C-0").problem(401, 4011);
    }

    @Test
    void aForgedTokenIsNone() {
        String token = hub.chatbot().token();
        String forged = token.substring(0, token.length() - 4) + "AAAA";
        for (String each : List.of(forged, "x", "a.b.c", "")) {
            Answer answer = nobody.get(CUSTOMER, "Authorization", "Bearer " + each);
            answer.problem(401, 4011);
            assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"), answer::toString);
        }
    }

    @Test
    void aScopeThatIsMissingIsNamed() throws Exception {
        JsonNode client = HubProcess.read(hub.home(), "demo-client.json");
        Caller reader = Caller.narrow(
                hub.address(),
                client.path("client_id").asText(),
                client.path("client_secret").asText(),
                "crm.read");
        reader.get(CUSTOMER).ok();
        reader.get("/api/ticket/v1/customers/C-1001/tickets").problem(403, 4016);
        hub.chatbot().get("/api/security/v1/clients").problem(403, 4016);
        hub.admin().get("/api/security/v1/clients").ok();
    }

    @Test
    void thePagesOfTheHubAnswer() {
        assertEquals("up", nobody.get("/health/live").ok().path("status").asText());
        assertEquals("up", nobody.get("/health/ready").ok().path("status").asText());
        assertTrue(nobody.get("/api/errors").ok().path("errors").size() > 25);
        JsonNode document = nobody.get("/api/openapi.json").ok();
        assertEquals("3.1.0", document.path("openapi").asText());
        assertTrue(document.path("paths").has("/api/crm/v1/customers/{customerId}"));
        Answer metrics = nobody.get("/metrics");
        assertEquals(200, metrics.status());
        assertTrue(metrics.body().contains("switchboard_calls_in_flight"), metrics::toString);
        Answer head = hub.chatbot().send("HEAD", CUSTOMER, "");
        assertEquals(200, head.status());
        assertEquals("", head.body());
        assertTrue(hub.chatbot().send("OPTIONS", CUSTOMER, "").header("Allow").contains("GET"));
    }

    @Test
    void firstSecretsAreTheOwnersAloneAndInNoLog() throws Exception {
        for (String file : List.of("admin.json", "demo-client.json")) {
            Path path = hub.home().resolve("run").resolve(file);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), file);
            String secret =
                    HubProcess.read(hub.home(), file).path("client_secret").asText();
            assertTrue(secret.length() >= 40, file);
            assertFalse(hub.log().contains(secret), file + " is in the log");
            assertInNoOtherFile(secret, path);
        }
        String token = hub.chatbot().token();
        hub.admin().get(CUSTOMER).ok();
        assertFalse(hub.log().contains(token), "a token is in the log");
        assertFalse(hub.log().contains("13800001001"), "a telephone number is in the log");
    }

    private void assertInNoOtherFile(String secret, Path but) throws Exception {
        try (Stream<Path> files = Files.walk(hub.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.equals(but) && file.startsWith(hub.home().resolve("data"))) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertFalse(text.contains(secret), file.toString());
                }
            }
        }
    }
}
