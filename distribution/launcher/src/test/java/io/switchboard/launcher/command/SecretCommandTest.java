package io.switchboard.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.secrets.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void aSecretIsSetListedAndRemoved() throws IOException {
        assertEquals(new Ran(0, "There are no secrets in " + home + ".\n", ""), run("", "list"));
        Ran set = run("hunter2\n", "set", "crm");
        assertEquals(0, set.code());
        assertFalse((set.out() + set.err()).contains("hunter2"));
        assertEquals(Optional.of("hunter2"), store().value("crm"));
        Files.createDirectory(home.resolve("etc"));
        Files.writeString(home.resolve("etc/a.cfg"), "p = x$[secret:crm]y $[secret: gone ]\n# $[secret:comment]\n");
        Ran list = run("", "list");
        assertTrue(list.out().matches("crm  20[^ ]+Z  a\\.cfg\ngone  NOT SET  a\\.cfg\n"), list.out());
        assertFalse(list.out().contains("hunter2"));
        assertTrue(run("", "rm", "crm").err().startsWith("Still referred to by a.cfg"));
        assertEquals(new Ran(1, "", "There is no secret crm.\n"), run("", "rm", "crm"));
    }

    @Test
    void onlyOneEndOfLineIsNotPartOfTheValue() throws IOException {
        run("a\n\n", "set", "two");
        run("a\r\n", "set", "crlf");
        run(" a ", "set", "bare");
        run("密码", "set", "chinese");
        assertEquals(Optional.of("a\n"), store().value("two"));
        assertEquals(Optional.of("a"), store().value("crlf"));
        assertEquals(Optional.of(" a "), store().value("bare"));
        assertEquals(Optional.of("密码"), store().value("chinese"));
    }

    @Test
    void whatIsWrongIsSaidInTheLanguageOfTheProcess() {
        assertEquals(64, run("", "set", "crm", "value").code());
        assertEquals(64, run("").code());
        assertEquals(1, run("", "set", "crm").code());
        assertEquals(1, run("x", "set", "a b").code());
        Ran chinese = Ran.of(new SecretCommand(home, List.of("set", "a b")), "x", true);
        assertTrue(chinese.err().startsWith("名称须为"), chinese.err());
        assertFalse(Files.exists(home.resolve("data/secrets/secrets")));
    }

    private SecretStore store() {
        return new SecretStore(home.resolve("data"), InstantSource.system());
    }

    private Ran run(String input, String... arguments) {
        return Ran.of(new SecretCommand(home, List.of(arguments)), input, false);
    }
}
