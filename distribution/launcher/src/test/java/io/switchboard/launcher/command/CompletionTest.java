package io.switchboard.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tab key offers in a real shell. */
class CompletionTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(folder.resolve("cache/switchboard"));
        Files.writeString(
                folder.resolve("cache/switchboard/operations"),
                "shop.v1.card.list\nstamps.v1.card.add customerId shop places\nstamps.v1.card.list customerId\n");
        Files.createDirectories(folder.resolve("deploy"));
        for (String name : List.of("a.jar", "a.jar.status", "b.zip", "c.cfg", "d.txt")) {
            Files.createFile(folder.resolve("deploy").resolve(name));
        }
    }

    private Ran print(String... shell) {
        List<String> words = new ArrayList<>(List.of("completion"));
        words.addAll(List.of(shell));
        Callers callers = new Callers(
                folder, new Logins(folder), new KnownOperations(folder.resolve("cache")), InstantSource.system());
        return Ran.of(Tool.of(folder, callers, words), "", false);
    }

    /** The offers for the last word. */
    private List<String> offers(String... words) throws Exception {
        Path script =
                Files.writeString(folder.resolve("completion"), print("bash").out());
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "--norc",
                "-c",
                "source \"$1\"; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _switchboard; printf '%s\\n' \"${COMPREPLY[@]}\"",
                "-",
                script.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("SWITCHBOARD_HOME", folder.toString());
        Process shell = builder.start();
        String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, shell.waitFor(), said);
        return said.lines().filter(line -> !line.isEmpty()).toList();
    }

    private List<String> words(String... words) throws Exception {
        return offers(words).stream().map(String::strip).toList();
    }

    @Test
    void commandsOperationsAndArgumentsAreOffered() throws Exception {
        assertEquals(List.of("undeploy"), words("switchboard", "un"));
        assertTrue(words("switchboard", "").containsAll(List.of("deploy", "call", "completion")));
        assertEquals(List.of("stamps.v1.card.add", "stamps.v1.card.list"), words("switchboard", "call", "st"));
        assertEquals(List.of("shop.v1.card.list"), words("switchboard", "describe", "sh"));
        assertEquals(
                List.of("customerId=", "shop=", "places="), offers("switchboard", "call", "stamps.v1.card.add", ""));
        assertEquals(List.of("places="), offers("switchboard", "call", "stamps.card.add", "customerId=C-1", "p"));
        assertEquals(List.of(), offers("switchboard", "describe", "stamps.v1.card.add", ""));
        assertEquals(List.of("shop", "stamps"), words("switchboard", "list", "s"));
    }

    /** Shells other than bash cannot be told for each word, so it stands in the word. */
    @Test
    void aSpaceStandsBehindWholeWordsAlone() throws Exception {
        assertEquals(List.of("undeploy "), offers("switchboard", "un"));
        assertEquals(List.of("customerId="), offers("switchboard", "call", "stamps.v1.card.list", "c"));
        assertEquals(
                List.of(folder + "/cache/"),
                offers("switchboard", "deploy", folder + "/ca"),
                "one goes on within a folder");
        assertEquals(List.of(folder + "/deploy/b.zip "), offers("switchboard", "deploy", folder + "/deploy/b"));
    }

    @Test
    void whatIsDeployedIsOfferedToBeRemoved() throws Exception {
        assertEquals(List.of("a.jar", "b.zip", "c.cfg"), words("switchboard", "undeploy", ""));
    }

    @Test
    void itIsPrintedForBothShellsAndForNoOther() {
        String zsh = print("zsh").out();
        assertTrue(zsh.startsWith("autoload -U +X compinit && compinit\n"), zsh);
        assertTrue(zsh.endsWith(print("bash").out()), "the same behind it");
        assertEquals(64, print("fish").code());
        assertEquals(64, print().code());
    }
}
