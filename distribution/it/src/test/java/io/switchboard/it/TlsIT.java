package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is to be found by TLS alone, with a port of its own for administrators. */
class TlsIT {
    private static final String PASSWORD = "of-a-test";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void servesOverTlsAloneAndAdministratorsApart() throws Exception {
        Path etc = Files.createDirectories(home.resolve("etc"));
        try (Stream<Path> shipped = Files.list(HubProcess.folder().resolve("etc"))) {
            for (Path file : shipped.toList()) {
                Files.copy(file, etc.resolve(file.getFileName().toString()));
            }
        }
        makeKeystore(etc.resolve("hub.p12"));
        Files.writeString(
                etc.resolve("io.switchboard.http.cfg"),
                "tls.port = 0\ntls.keystore = etc/hub.p12\ntls.password = " + PASSWORD
                        + "\nplain = off\nadmin.port = 0\n");
        try (HubProcess hub = HubProcess.start(home)) {
            String address = hub.address();
            assertTrue(address.startsWith("https://127.0.0.1:"), address);
            String admin = HubProcess.read(home, "hub.json").path("admin").asText();
            HttpClient client = client(etc.resolve("hub.p12"));

            HttpResponse<String> ready = get(client, address + "/health/ready");
            assertEquals(200, ready.statusCode());
            assertEquals(Optional.of("max-age=31536000"), ready.headers().firstValue("Strict-Transport-Security"));
            assertEquals(Optional.empty(), ready.headers().firstValue("Server"));
            assertEquals(
                    401, get(client, address + "/api/crm/v1/customers/C-1001").statusCode());
            assertEquals(404, get(client, address + "/metrics").statusCode());
            assertEquals(404, get(client, address + "/api/security/v1/clients").statusCode());
            HttpResponse<String> metrics = get(client, admin + "/metrics");
            assertTrue(metrics.body().contains("switchboard_calls_in_flight"), metrics::body);
            assertEquals(401, get(client, admin + "/api/security/v1/clients").statusCode());
            assertFalse(hub.log().contains(PASSWORD));
            logsInByTheCertificateThatIsNamed(address, etc.resolve("hub.p12"));
        }
    }

    private void logsInByTheCertificateThatIsNamed(String address, Path keystore) throws Exception {
        Path certificate = home.resolve("hub.pem");
        Certificate own =
                KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray()).getCertificate("hub");
        Files.writeString(
                certificate,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(own.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        assertEquals(1, command("login", "--url", address, "--admin"), "nobody has vouched for the certificate");
        assertEquals(0, command("login", "--url", address, "--ca", certificate.toString(), "--admin"));
        assertEquals(0, command("whoami", "--url", address));
        assertEquals(0, command("logout", "--url", address));
    }

    private int command(String... arguments) throws Exception {
        ProcessBuilder builder = HubProcess.script(home, arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
        return builder.start().waitFor();
    }

    private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void makeKeystore(Path file) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "hub",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, process.waitFor());
    }

    /** Trusts the hub's certificate and no other, and checks that it is for the hub's address. */
    private static HttpClient client(Path keystore) throws Exception {
        KeyStore own = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("hub", own.getCertificate("hub"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
