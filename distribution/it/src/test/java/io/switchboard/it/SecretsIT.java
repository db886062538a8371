package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a hub of its own, for what it changes would be felt by others. */
class SecretsIT {
    private static final String NAME = "ticket.system";
    private static final String FIRST = "embedded";
    private static final String SECOND = "ledger-9f3k2-nowhere";
    private static final String TICKETS = "/api/ticket/v1/customers/C-1001/tickets";
    private static final Duration PROMISED = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init")
    private static HubProcess hub;

    @SuppressWarnings("NullAway.Init")
    private static Path config;

    private record Said(int code, String text) {}

    @BeforeAll
    static void start(@TempDir Path home, @TempDir Path user) {
        hub = HubProcess.start(home);
        config = user.resolve("config");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static Said run(String input, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = HubProcess.script(hub.home(), arguments);
        builder.environment().put("XDG_CONFIG_HOME", config.toString());
        // A proxy that nobody answers at: hubs on this machine are called without.
        builder.environment().put("SWITCHBOARD_JAVA_OPTS", "-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=1");
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private static void write(String file, String text) throws IOException {
        Path path = hub.home().resolve("etc").resolve(file);
        Path half = path.resolveSibling(file + ".edited");
        Files.writeString(half, text);
        Files.move(half, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String health(Caller admin) {
        return admin.get("/health/ready")
                .json()
                .path("checks")
                .path("configuration")
                .toString();
    }

    @Test
    void aSecretReachesWhatItConfiguresAndNothingElse() throws Exception {
        Caller admin = hub.admin();
        admin.get(TICKETS).ok();
        String file = "io.switchboard.ticket.cfg";
        String before = Files.readString(hub.home().resolve("etc").resolve(file));

        write(file, "instance = $[secret:" + NAME + "]\n");
        Await.until(
                "what refers to a missing secret stops",
                PROMISED,
                () -> admin.get(TICKETS).status() == 503);
        assertEquals(503, Caller.nobody(hub.address()).get("/health/ready").status());
        assertTrue(health(admin).contains("the secret " + NAME + " is not set"), health(admin));
        assertTrue(run("", "secret", "list").text().contains(NAME + "  NOT SET  " + file));

        assertEquals(0, run(FIRST + "\n", "secret", "set", NAME).code());
        Await.until("the secret is put in", PROMISED, () -> admin.get(TICKETS).status() == 200);
        assertTrue(health(admin).contains("\"up\""), health(admin));

        Said set = run(SECOND, "secret", "set", NAME);
        Await.until(
                "the changed secret is put in",
                PROMISED,
                () -> admin.get(TICKETS).status() == 503);
        assertFalse(set.text().contains(SECOND));
        assertFalse(run("", "secret", "list").text().contains(SECOND));
        assertNowhere(SECOND);

        assertTrue(run("", "secret", "rm", NAME).text().contains("Still referred to by " + file));
        Await.until(
                "what refers to a removed secret stops",
                PROMISED,
                () -> admin.get(TICKETS).status() == 503);
        assertTrue(health(admin).contains("the secret " + NAME + " is not set"), health(admin));
        write(file, before);
        Await.until(
                "the configuration of before is back",
                PROMISED,
                () -> admin.get(TICKETS).status() == 200);
        assertEquals(200, Caller.nobody(hub.address()).get("/health/ready").status());
    }

    /** Neither in a log, nor where the framework keeps configurations, nor in the store itself. */
    private static void assertNowhere(String value) throws IOException {
        int looked = 0;
        try (Stream<Path> files = Files.walk(hub.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(text.contains(value), file.toString());
                looked++;
            }
        }
        assertTrue(looked > 10, "files: " + looked);
    }

    @Test
    void theCommandLineLogsInAndOut() throws Exception {
        assertEquals(1, run("", "whoami").code());
        assertEquals(1, run("wrong\n", "login", "--client", "admin").code());
        Said login = run("", "login", "--admin");
        assertEquals(0, login.code(), login.text());
        String secret =
                HubProcess.read(hub.home(), "admin.json").path("client_secret").asText();
        assertFalse(login.text().contains(secret));
        try (Stream<Path> files = Files.list(config.resolve("switchboard"))) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        Said who = run("", "whoami");
        assertEquals(0, who.code(), who.text());
        assertTrue(who.text().startsWith("admin at " + hub.address()), who.text());
        assertEquals(0, run("", "logout").code());
        assertEquals(1, run("", "whoami").code());

        String demo = HubProcess.read(hub.home(), "demo-client.json")
                .path("client_secret")
                .asText();
        assertEquals(0, run("demo-chatbot\n" + demo + "\n", "login").code());
        assertTrue(run("", "whoami").text().contains("crm.read"));
    }

    /** As a person does it: at a terminal, which echoes what is typed unless it is told not to. */
    @Test
    void whatIsTypedAtTheHiddenPromptIsNotShown() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no pseudo terminal to be had");
        String command =
                HubProcess.folder().resolve("bin/switchboard").toString().replace("'", "'\\''");
        ProcessBuilder builder = HubProcess.script(hub.home());
        builder.command("/usr/bin/script", "-qefc", "'" + command + "' secret set typed", "/dev/null");
        Process process = builder.start();
        StringBuilder shown = new StringBuilder();
        try (OutputStream in = process.getOutputStream();
                Reader out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            answer(in, out, shown, "Value of typed: ");
            answer(in, out, shown, "Once more: ");
            for (int next = out.read(); next >= 0; next = out.read()) {
                shown.append((char) next);
            }
        }
        assertEquals(0, process.waitFor(), shown::toString);
        assertTrue(shown.toString().contains("The secret typed is set"), shown::toString);
        assertFalse(shown.toString().contains(SECOND), shown::toString);
        assertTrue(run("", "secret", "list").text().contains("typed  20"));
    }

    private static void answer(OutputStream in, Reader out, StringBuilder shown, String prompt) throws IOException {
        while (shown.indexOf(prompt) < 0) {
            int next = out.read();
            if (next < 0) {
                throw new AssertionError("it ended with: " + shown);
            }
            shown.append((char) next);
        }
        in.write((SECOND + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
    }
}
