package io.switchboard.connector.testkit.http;

import static io.switchboard.connector.ErrorCode.BACKEND_UNREACHABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpSettingsException;
import io.switchboard.connector.testkit.FaultyServer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest extends Setup {
    private static final String PASSWORD = "changeit";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aCertificateIsTrustedOnlyWhereItIsConfigured() throws Exception {
        keytool(
                "-genkeypair",
                "-alias",
                "c",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=backend",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                "keys.p12",
                "-storepass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "c",
                "-keystore",
                "keys.p12",
                "-storepass",
                PASSWORD,
                "-file",
                "c.pem");
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "c",
                "-file",
                "c.pem",
                "-keystore",
                "trust.p12",
                "-storepass",
                PASSWORD);
        try (FaultyServer backend = FaultyServer.startTls(tls().getServerSocketFactory())) {
            String address = backend.address().toString();
            HttpBackend untrusting = open(address);
            assertEquals(BACKEND_UNREACHABLE, failure(untrusting, WRITE));
            assertEquals(0, backend.received().size());
            assertEquals(
                    200,
                    ask(open(address, "trust.file", folder.resolve("c.pem")), WRITE)
                            .status());
            HttpBackend keyStore =
                    open(address, "trust.file", folder.resolve("trust.p12"), ".trust.password", PASSWORD);
            assertEquals(200, ask(keyStore, WRITE).status());
        }
    }

    @Test
    void aFileWithoutCertificatesIsRefusedInBothLanguages() throws Exception {
        Path file = Files.writeString(folder.resolve("empty.pem"), "-----BEGIN nothing");
        var refused = assertThrows(HttpSettingsException.class, () -> alone("trust.file", file));
        assertTrue(refused.mistakes().get(0).zh().contains("证书"), refused.toString());
        assertThrows(HttpSettingsException.class, () -> alone("trust.file", folder.resolve("nowhere.pem")));
    }

    private SSLContext tls() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(factory.getKeyManagers(), null, null);
        return tls;
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }
}
