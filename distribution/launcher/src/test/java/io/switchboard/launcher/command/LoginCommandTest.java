package io.switchboard.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private FakeHub hub;

    @SuppressWarnings("NullAway.Init")
    private Logins logins;

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    @BeforeEach
    void start() throws IOException {
        hub = new FakeHub();
        logins = new Logins(folder.resolve("config/switchboard"));
        Files.createDirectory(folder.resolve("run"));
        Files.writeString(folder.resolve("run/hub.json"), "{\"http\": \"" + hub.address() + "\"}");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aLoginIsKeptForItsUserAloneUntilTheLogout() throws Exception {
        Ran login = run("desk\nright:é%\n", "login");
        assertEquals(0, login.code(), login.err());
        assertTrue(login.out().startsWith("Logged in to " + hub.address() + " as desk. Scopes: crm.read"));
        Path file = logins.file(HubAddress.of(hub.address()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(logins.folder())));
        assertFalse((login.out() + login.err()).contains("right"));

        Ran who = run("", "whoami");
        assertEquals(new Ran(0, "desk at " + hub.address() + "\nScopes: crm.read\n", ""), who);
        assertEquals(0, run("", "logout").code());
        assertEquals(List.of("token-2"), hub.revoked());
        assertFalse(Files.exists(file));
        assertEquals(1, run("", "whoami").code());
        assertEquals(1, run("", "logout").code());
    }

    @Test
    void whatTheHubRefusesIsNotKept() {
        Ran refused = run("wrong\n", "login", "--client", "desk");
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("does not accept this client and secret"), refused.err());
        assertFalse(Files.exists(logins.folder()));
    }

    @Test
    void theFirstAdministratorComesFromTheHome() throws IOException {
        assertEquals(1, run("", "login", "--admin").code());
        Files.writeString(folder.resolve("run/admin.json"), "{\"client_id\":\"admin\",\"client_secret\":\"right:é%\"}");
        assertTrue(run("", "login", "--admin").out().contains("as admin"));
    }

    @Test
    void aTokenIsTakenAgainWhileItHolds() throws Exception {
        run("desk\nright:é%\n", "login");
        HubAddress address = HubAddress.of(hub.address());
        assertEquals(
                "token-1", Session.resume(logins, () -> now, address).token().text());
        now = now.plus(Duration.ofSeconds(880));
        assertEquals(
                "token-2", Session.resume(logins, () -> now, address).token().text());
        assertEquals(
                "token-2", Session.resume(logins, () -> now, address).token().text());
    }

    @Test
    void aLogoutForgetsEvenWhereTheHubDoesNotAnswer() {
        run("desk\nright:é%\n", "login");
        hub.close();
        Ran logout = run("", "logout");
        assertEquals(0, logout.code());
        assertTrue(logout.err().contains("ends by itself at 2026-03-01T10:15:00Z"), logout.err());
        assertEquals(1, run("", "whoami").code());
    }

    @Test
    void secretsGoToThisMachineOrOverTlsAlone() throws Exception {
        for (String bad : List.of(
                "http://hub.example.com",
                "http://127.0.0.1.example.com",
                "ftp://127.0.0.1",
                "hub",
                "http://",
                "https://h/path",
                "https://u:p@h",
                "https://h?x",
                "http://10.0.0.1",
                "http://[::2]")) {
            assertEquals(1, run("desk\nright\n", "login", "--url", bad).code(), bad);
        }
        for (String good : List.of("https://hub.example.com", "http://localhost:8080", "http://[::1]:80/")) {
            HubAddress.of(good);
        }
    }

    @Test
    void wrongOptionsAreSaid() {
        for (List<String> wrong : List.of(
                List.of("login", "--secret", "x"),
                List.of("login", "--admin", "--client", "x"),
                List.of("login", "--url"),
                List.of("whoami", "--admin"),
                List.<String>of())) {
            assertEquals(64, run("", wrong.toArray(String[]::new)).code(), wrong.toString());
        }
    }

    private Ran run(String input, String... arguments) {
        InstantSource clock = () -> now;
        return Ran.of(new LoginCommand(folder, logins, clock, List.of(arguments)), input, false);
    }
}
