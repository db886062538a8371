package io.switchboard.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignCommandTest {
    private static final String PASSWORD = "hunter22\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path jar = Path.of("");
    private String store = "";

    @BeforeEach
    void files() throws IOException {
        jar = folder.resolve("loyalty.jar");
        store = folder.resolve("acme.p12").toString();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("A.class"));
            out.write("class".getBytes(UTF_8));
        }
    }

    @Test
    void whatANewKeySignsHasItsCertificate() throws Exception {
        Ran made = run(PASSWORD, "--new-key", store, "--name", "Acme, Inc.");
        assertEquals(0, made.code(), made.err());
        assertFalse((made.out() + made.err()).contains("hunter22"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(store))));
        Ran signed = run(PASSWORD, jar.toString(), "--key", store);
        assertEquals(0, signed.code(), signed.err());
        assertTrue(signed.out().contains("CN=Acme\\, Inc."), signed.out());
        try (JarFile read = new JarFile(jar.toFile());
                InputStream in = Files.newInputStream(folder.resolve("acme.pem"))) {
            JarEntry entry = read.getJarEntry("A.class");
            read.getInputStream(entry).readAllBytes();
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            assertNotNull(entry.getCodeSigners());
            assertEquals(
                    List.of(certificate),
                    entry.getCodeSigners()[0].getSignerCertPath().getCertificates());
            assertEquals(List.of("1.3.6.1.5.5.7.3.3"), certificate.getExtendedKeyUsage());
        }
        try (var left = Files.list(folder)) {
            assertEquals(3, left.count(), "nothing half done is left");
        }
    }

    @Test
    void anotherFileLeavesTheFirstAsItIs() throws Exception {
        run(PASSWORD, "--new-key", store, "--name", "Acme");
        byte[] before = Files.readAllBytes(jar);
        Path out = folder.resolve("out.jar");
        assertEquals(
                0,
                run(PASSWORD, jar.toString(), "--key", store, "--out", out.toString())
                        .code());
        assertArrayEquals(before, Files.readAllBytes(jar));
        assertTrue(Files.exists(out));
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        assertEquals(64, run("", "--key", store).code());
        assertEquals(64, run("", jar.toString(), "--key").code());
        assertEquals(64, run("", "--new-key", store).code());
        assertEquals(
                "There is no file " + store + ".\n",
                run(PASSWORD, jar.toString(), "--key", store).err());
        assertEquals(
                "A password has six characters at least.\n",
                run("x\n", "--new-key", store, "--name", "A").err());
        run(PASSWORD, "--new-key", store, "--name", "Acme");
        assertTrue(run(PASSWORD, "--new-key", store, "--name", "Acme").err().contains("is there already"));
        assertTrue(run("wrong!\n", jar.toString(), "--key", store).err().contains("the password is wrong"));
        assertTrue(run(PASSWORD, jar.toString(), "--key", store, "--alias", "x")
                .err()
                .contains("0 such keys"));
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
        assertEquals(
                text + " is not a jar.\n",
                run(PASSWORD, text.toString(), "--key", store).err());
        Ran chinese = Ran.of(new SignCommand(List.of(text.toString(), "--key", store)), PASSWORD, true);
        assertEquals(text + " 不是 jar。\n", chinese.err());
    }

    private static Ran run(String input, String... arguments) {
        return Ran.of(new SignCommand(List.of(arguments)), input, false);
    }
}
