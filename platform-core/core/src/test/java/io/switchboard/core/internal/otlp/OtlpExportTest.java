package io.switchboard.core.internal.otlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.switchboard.connector.Trace;
import io.switchboard.core.internal.pipeline.CallEnd;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtlpExportTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private static OtlpConfig config(Map<String, Object> values) {
        return (OtlpConfig) Proxy.newProxyInstance(
                OtlpConfig.class.getClassLoader(),
                new Class<?>[] {OtlpConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    private static CallEnd call() {
        return new CallEnd(
                "crm.v1.customer.get",
                null,
                Instant.now(),
                100,
                "call",
                Trace.of("1".repeat(32), "2".repeat(16), true),
                Optional.empty(),
                "rest",
                "desk");
    }

    private static void keytool(Path in, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private HttpsServer https() throws Exception {
        keytool(
                folder,
                "-genkeypair",
                "-alias",
                "c",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=collector",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                "keys.p12",
                "-storepass",
                "changeit",
                "-storetype",
                "PKCS12");
        keytool(
                folder,
                "-exportcert",
                "-rfc",
                "-alias",
                "c",
                "-keystore",
                "keys.p12",
                "-storepass",
                "changeit",
                "-file",
                "collector.pem");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(factory.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    private static void await(OtlpExport export, long sent, long dropped) {
        Instant end = Instant.now().plusSeconds(30);
        while (export.sent() != sent || export.dropped() != dropped) {
            assertTrue(Instant.now().isBefore(end), () -> export.sent() + " sent, " + export.dropped() + " dropped");
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void speaksTlsToACollectorItTrusts() throws Exception {
        try (FakeCollector collector = new FakeCollector(https())) {
            OtlpExport export = new OtlpExport(
                    config(Map.of(
                            "endpoint",
                            "https://" + collector.authority() + "/",
                            "trust_file",
                            folder.resolve("collector.pem").toString(),
                            "_headers",
                            new String[] {"Authorization: Bearer s3cret"},
                            "interval_millis",
                            10)),
                    "1.0.0");
            export.offer(call());
            await(export, 1, 0);
            export.stop();
            assertEquals(List.of("Bearer s3cret"), collector.authorizations);
            assertEquals(1, collector.spans().size());
        }
    }

    @Test
    void sendsNothingToACollectorItDoesNotTrust() throws Exception {
        try (FakeCollector collector = new FakeCollector(https())) {
            OtlpExport export = new OtlpExport(
                    config(Map.of("endpoint", "https://" + collector.authority(), "interval_millis", 10)), "1.0.0");
            export.offer(call());
            await(export, 0, 1);
            export.stop();
            assertTrue(collector.requests.isEmpty());
        }
    }

    @Test
    void withoutAnEndpointItDoesNothing() {
        OtlpExport export = new OtlpExport(config(Map.of()), "1.0.0");
        export.offer(call());
        assertEquals(0, export.sent() + export.dropped());
        export.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint, collector:4318",
        "endpoint, ftp://collector",
        "endpoint, http://user:word@collector",
        "endpoint, 'http://col lector'",
        "trust_file, /nowhere/at/all.pem"
    })
    void aMistakeIsNamed(String key, String value) {
        Map<String, Object> values = key.equals("endpoint")
                ? Map.of("endpoint", value)
                : Map.of("endpoint", "https://127.0.0.1:1", key, value);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new OtlpExport(config(values), "1.0.0"));
        assertTrue(refused.toString().contains(key.replace('_', '.')), refused::toString);
    }

    @Test
    void aHeaderWithAMistakeIsNotRepeated() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new OtlpExport(
                        config(Map.of("endpoint", "http://127.0.0.1:1", "_headers", new String[] {"Bearer s3cret"})),
                        "1.0.0"));
        assertFalse(refused.toString().contains("s3cret"));
        assertTrue(refused.toString().contains(".headers[]"), refused::toString);
    }
}
