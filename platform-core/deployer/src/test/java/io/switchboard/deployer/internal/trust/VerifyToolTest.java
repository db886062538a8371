package io.switchboard.deployer.internal.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyToolTest {
    @TempDir
    Path folder;

    @Test
    void saysWhatAHubWouldSay() throws Exception {
        PrivateKeyEntry acme = Signers.in(folder).make("Acme");
        Path jar = Jars.signed(folder.resolve("loyalty.jar"), acme);
        Path trusted = folder.resolve("trusted");
        String unknown = run(1, jar, trusted);
        assertTrue(unknown.contains("not trusted: signed-loyalty.jar: its signer is not trusted here"), unknown);
        Files.createDirectories(trusted);
        // In the other of the two encodings.
        Files.write(trusted.resolve("acme.cer"), acme.getCertificate().getEncoded());
        String known = run(0, jar, trusted);
        assertTrue(known.contains("all of it is signed by CN=Acme"), known);
        assertTrue(run(1, Files.writeString(folder.resolve("text"), "no jar"), trusted)
                .contains("too short"));
        assertTrue(run(1, folder.resolve("gone"), trusted).startsWith("There is no file"));
        assertTrue(run(64, jar).startsWith("Usage:"));
    }

    private static String run(int expected, Path... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        String[] words = java.util.Arrays.stream(arguments).map(Path::toString).toArray(String[]::new);
        int code = ToolProvider.findFirst("verify").orElseThrow().run(writer, writer, words);
        assertEquals(expected, code, said.toString());
        return said.toString();
    }
}
