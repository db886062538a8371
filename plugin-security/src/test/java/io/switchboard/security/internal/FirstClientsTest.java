package io.switchboard.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.connector.Principal.Kind;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.client.FirstClients;
import io.switchboard.security.internal.client.SecretHash;
import io.switchboard.security.internal.key.KeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstClientsTest {
    @TempDir
    Path home = Path.of("");

    private TestHub hub;

    @BeforeEach
    void open() throws InterruptedException {
        hub = new TestHub(home);
    }

    @Test
    void anAdministratorIsMadeOnceAndItsFileIsForItsOwnerAlone() throws Exception {
        start(false);
        assertEquals(List.of("admin.json"), files(hub.run));
        Path file = hub.run.resolve("admin.json");
        assertEquals("rw-------", mode(file));
        assertEquals("rwx------", mode(hub.run));
        JsonNode content = new JsonMapper().readTree(Files.readAllBytes(file));
        assertEquals("admin", content.path("client_id").asText());
        assertEquals("/oauth2/token", content.path("token_path").asText());
        String secret = content.path("client_secret").asText();
        assertEquals(32, Base64.getUrlDecoder().decode(secret).length);
        Client admin = hub.clients.read("admin").orElseThrow();
        assertEquals(Set.of("administrator"), admin.roles());
        assertEquals(Kind.ASSIST, admin.kind());
        assertTrue(SecretHash.matches(secret, admin.secretHash()));
        assertFalse(admin.secretHash().contains(secret));
        assertFalse(admin.toString().contains(admin.secretHash()));

        byte[] before = Files.readAllBytes(file);
        start(false);
        assertEquals(List.of("admin.json"), files(hub.run));
        assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(file));
    }

    @Test
    void withDemoDataAChatbotIsMadeToo() throws Exception {
        start(true);
        assertEquals(List.of("admin.json", "demo-client.json"), files(hub.run));
        assertEquals(
                Set.of("chatbot"),
                hub.clients.read("demo-chatbot").orElseThrow().roles());
    }

    @Test
    void anAdministratorThatWasRemovedStaysAway() throws Exception {
        start(false);
        hub.client("other", Kind.ASSIST, "administrator");
        hub.enrolment.remove("admin");
        assertEquals(List.of("client-other-test.json"), files(hub.run));
        start(false);
        assertTrue(hub.clients.read("admin").isEmpty());
    }

    @Test
    void aNewSecretTakesTheOldFileAway() throws Exception {
        start(true);
        Path made = hub.enrolment.rotate("admin", "c2", "client-admin-c2.json").orElseThrow();
        assertEquals(List.of("client-admin-c2.json", "demo-client.json"), files(hub.run));
        assertEquals("rw-------", mode(made));
        hub.enrolment.rotate("admin", "c3", "client-admin-c3.json");
        assertEquals(List.of("client-admin-c3.json", "demo-client.json"), files(hub.run));
    }

    @Test
    void aTakenNameLeavesClientAndFileAsTheyAre() throws Exception {
        String secret = hub.client("bot", Kind.ASSIST, "chatbot");
        assertTrue(hub.enrolment
                .create("bot", Kind.AUTONOMOUS, Set.of("administrator"), "c2", "client-bot-test.json")
                .isEmpty());
        assertEquals(List.of("client-bot-test.json"), files(hub.run));
        Client bot = hub.clients.read("bot").orElseThrow();
        assertEquals(Set.of("chatbot"), bot.roles());
        assertTrue(SecretHash.matches(secret, bot.secretHash()));
    }

    @Test
    void theKeyIsForItsOwnerAloneAndStays() throws Exception {
        Path keys = home.resolve("data/keys");
        assertEquals(1, files(keys).size());
        assertEquals("rw-------", mode(keys.resolve(files(keys).get(0))));
        assertEquals("rwx------", mode(keys));
        KeyRing again = new KeyRing(keys);
        again.await();
        assertEquals(hub.key().id(), again.signing().orElseThrow().id());
        assertFalse(hub.key().toString().contains(hub.key().modulus()));
    }

    @Test
    void aBrokenKeyIsNeitherPassedOverNorReplaced() throws Exception {
        Path keys = home.resolve("data/keys");
        Path file = keys.resolve(files(keys).get(0));
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        KeyRing broken = new KeyRing(keys);
        broken.await();
        assertTrue(broken.signing().isEmpty());
        assertTrue(broken.fault().contains(file.toString()), broken.fault());
        assertEquals(1, files(keys).size());
    }

    private void start(boolean demo) throws InterruptedException {
        FirstClients first = new FirstClients(demo, hub.clients, hub.enrolment);
        first.await();
        assertTrue(first.done());
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
