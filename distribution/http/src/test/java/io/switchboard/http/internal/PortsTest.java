package io.switchboard.http.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    private static final String PASSWORD = "of-a-test";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Map<String, Object> tls(String plain) throws Exception {
        Map<String, Object> settings = new HashMap<>();
        settings.put("tls.port", "0");
        settings.put("tls.keystore", keystore("hub.p12").toString());
        settings.put("tls.password", PASSWORD);
        settings.put("plain", plain);
        return settings;
    }

    private Path keystore(String name) throws Exception {
        Path file = folder.resolve(name);
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
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertEquals(0, process.waitFor());
        return file;
    }

    private static SSLSocket secure(GuardedServer server) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        String address = server.addresses().callers().stream()
                .filter(each -> each.startsWith("https:"))
                .findFirst()
                .orElseThrow();
        return (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", GuardedServer.port(address));
    }

    private static X509Certificate certificate(GuardedServer server) throws Exception {
        try (SSLSocket socket = secure(server)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void answersOverTls(String protocol) throws Exception {
        try (GuardedServer server = new GuardedServer(tls("serve"));
                SSLSocket socket = secure(server);
                Wire wire = new Wire(socket)) {
            socket.setEnabledProtocols(new String[] {protocol});
            Wire.Answer answer = wire.ask("GET /x").says("by https");
            assertEquals("max-age=31536000", answer.header("Strict-Transport-Security"));
            wire.ask("GET /x", "Host: evil.example").refuses(421, 4000);
            assertEquals(List.of("http", "https"), schemes(server));
            assertEquals("", server.ask("GET /x").says("by http").header("Strict-Transport-Security"));
        }
    }

    private static List<String> schemes(GuardedServer server) {
        return server.addresses().callers().stream()
                .map(each -> each.substring(0, each.indexOf(':')))
                .toList();
    }

    @Test
    void refusesWhatIsTooOld() throws Exception {
        try (GuardedServer server = new GuardedServer(tls("serve"));
                SSLSocket socket = secure(server)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.1"});
            assertThrows(SSLHandshakeException.class, socket::startHandshake);
        }
    }

    @Test
    void takesARenewedCertificate() throws Exception {
        try (GuardedServer server = new GuardedServer(tls("serve"))) {
            X509Certificate before = certificate(server);
            Files.move(
                    keystore("new.p12"),
                    folder.resolve("hub.p12"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            X509Certificate now = before;
            for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                    now.equals(before) && System.nanoTime() < end; ) {
                now = certificate(server);
            }
            assertNotEquals(before, now);
        }
    }

    @Test
    void sendsReadersToTlsAndNobodyElse() throws Exception {
        try (GuardedServer server = new GuardedServer(tls("redirect"))) {
            Wire.Answer answer = server.ask("GET /x?a=b", "Host: localhost:" + server.port());
            assertEquals(308, answer.status());
            String https = server.addresses().callers().get(0);
            assertEquals("https://localhost:" + GuardedServer.port(https) + "/x?a=b", answer.header("Location"));
            server.ask("POST /x", "Content-Length: 0").refuses(403, 4003);
            assertEquals(List.of("https"), schemes(server));
        }
    }

    @Test
    void closesThePlainPort() throws Exception {
        try (GuardedServer server = new GuardedServer(tls("off"))) {
            assertEquals(List.of("https"), schemes(server));
            assertEquals(-2, server.port());
            try (SSLSocket socket = secure(server);
                    Wire wire = new Wire(socket)) {
                wire.ask("GET /x").says("by https");
            }
        }
    }

    @Test
    void opensNothingRatherThanLess() throws Exception {
        Map<String, Object> settings = tls("serve");
        settings.put("tls.password", "wrong");
        try (GuardedServer server = new GuardedServer(settings)) {
            server.ask("GET /x").refuses(503, 5008);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "/metrics/x",
                "/%6Detrics",
                "/./metrics",
                "/a/../metrics",
                "/metrics;a=b",
                "/api/security/v1/clients",
                "/api/%73ecurity/v1/clients",
                "/api/deployments",
                "/console"
            })
    void administratorsAreServedApart(String path) throws Exception {
        try (GuardedServer server = new GuardedServer(Map.of("admin.port", "0"))) {
            int status = server.ask("GET " + path).status();
            assertTrue(status == 404 || status == 400, path + " " + status);
            try (Wire wire = server.to(GuardedServer.port(server.addresses().admin()))) {
                assertTrue(wire.ask("GET " + path).status() <= 400);
                wire.ask("GET /health/ready").says("/health/ready");
            }
            server.ask("GET /metricsx").says("/metricsx");
        }
        try (GuardedServer server = new GuardedServer(Map.of())) {
            server.ask("GET /metrics").says("/metrics");
            assertEquals("", server.addresses().admin());
        }
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // No client has one.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // The test made it.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
