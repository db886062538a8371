package io.switchboard.deployer.internal.trust;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipLayoutTest {
    @TempDir
    Path folder;

    @Test
    void takesWhatTheUsualToolsWrite() throws Exception {
        ZipLayout.check(Jars.build(folder.resolve("good.jar")));
    }

    @Test
    void refusesSomethingBeforeTheFirstEntry() throws Exception {
        refused("not where it says", text -> "#!/bin/sh\n" + text);
    }

    @Test
    void refusesSomethingBehindTheEnd() throws Exception {
        refused("behind its end", text -> text + "PK");
    }

    @Test
    void refusesAComment() throws Exception {
        refused("behind its end", text -> text.substring(0, text.length() - 2) + "\u0001\u0000x");
    }

    @Test
    void refusesTwoEntriesOfOneName() throws Exception {
        refused("two entries lib/aaaa.jar", text -> text.replace("lib/bbbb.jar", "lib/aaaa.jar"));
    }

    @Test
    void refusesAnotherNameInFrontOfTheEntry() throws Exception {
        refused("entry lib/bbbb.jar is another", text -> text.replaceFirst("lib/bbbb.jar", "lib/cccc.jar"));
    }

    @Test
    void refusesAnotherMethodInFrontOfTheEntry() throws Exception {
        refused("is another", text -> text.substring(0, 8) + "\u0000" + text.substring(9));
    }

    @Test
    void refusesATableOfContentsThatLeavesOneOut() throws Exception {
        refused("more in it than it says", text -> {
            int count = text.length() - 12;
            return text.substring(0, count) + (char) (text.charAt(count) - 1) + text.substring(count + 1);
        });
    }

    @Test
    void refusesWhatWasCutOff() throws Exception {
        refused("", text -> text.substring(0, text.length() / 2));
        refused("too short", text -> "PK");
    }

    private interface Edit {
        String of(String text);
    }

    private void refused(String expected, Edit edit) throws IOException {
        Path file = Jars.tamper(Jars.build(folder.resolve("odd.jar")), entries -> {
            entries.put("lib/aaaa.jar", Jars.bytes("a"));
            entries.put("lib/bbbb.jar", Jars.bytes("b"));
        });
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, edit.of(text), StandardCharsets.ISO_8859_1);
        Untrusted why = assertThrows(Untrusted.class, () -> ZipLayout.check(file));
        assertTrue(why.en().contains(expected), why.en());
    }
}
