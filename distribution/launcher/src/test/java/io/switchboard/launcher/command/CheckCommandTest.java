package io.switchboard.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String PATH = "/api/backends/check";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private FakeHub hub;

    @BeforeEach
    void start() throws IOException {
        hub = new FakeHub();
        assertEquals(0, run("desk\nright:é%\n", false, "login").code());
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aFaultIsToldAndEndsWithOne() {
        hub.answers(PATH, 200, """
                {"sound":false,"backends":[
                  {"backend":"redmine","findings":[
                    {"outcome":"RIGHT","text":"http://127.0.0.1:3000 answers."},
                    {"outcome":"FAULT","text":"There is no field Customer\\u001b[2J."}]},
                  {"backend":"tryton","findings":[{"outcome":"WARNING","text":"It is busy."}]}]}""");
        Ran all = run("", false, "check");
        assertEquals(1, all.code());
        assertTrue(all.out().startsWith("""
                redmine
                  ok       http://127.0.0.1:3000 answers.
                  FAULT    There is no field Customer"""), all.out());
        assertTrue(all.out().endsWith("tryton\n  warning  It is busy.\n"), all.out());
        assertTrue(all.out().indexOf('\u001b') < 0, "what a backend is called must not steer the terminal");
        assertTrue(run("", true, "check").out().contains("  故障  "));
        assertEquals(0, run("", false, "check", "tryton").code());
        assertEquals(1, run("", false, "check", "sap").code());
    }

    @Test
    void whoMayNotLookIsTold() {
        hub.answers(PATH, 403, "{\"code\":4016,\"title\":\"x\",\"message\":\"no\",\"advice\":\"HAND_OFF\"}");
        Ran refused = run("", false, "check");
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("4016"), refused.err());
    }

    @Test
    void nothingToLookAtIsNoFault() {
        hub.answers(PATH, 200, "{\"sound\":true,\"backends\":[]}");
        assertEquals(
                "No backend outside of the hub is in use.\n",
                run("", false, "check").out());
    }

    private Ran run(String input, boolean chinese, String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.addAll(1, List.of("--url", hub.address()));
        Logins logins = new Logins(folder.resolve("config"));
        KnownOperations known = new KnownOperations(folder.resolve("cache"));
        Command command = arguments[0].equals("login")
                ? new LoginCommand(folder, logins, InstantSource.system(), words)
                : Tool.of(folder, new Callers(folder, logins, known, InstantSource.system()), words);
        return Ran.of(command, input, chinese);
    }
}
