package io.switchboard.connector.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.http.HttpSettingsException.Mistake;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpBackendSettingsTest {

    @Test
    void anAddressIsEnough() {
        var settings = HttpBackendSettings.from("loyalty", Map.of("endpoints", "https://loyalty.example.com/api/"));
        assertEquals(List.of(URI.create("https://loyalty.example.com/api")), settings.endpoints());
        assertEquals(HttpPolicy.DEFAULTS, settings.policy());
        assertTrue(settings.credentials().isEmpty());
        assertEquals("X-Correlation-ID", settings.correlationHeader());
    }

    @Test
    void everythingCanBeSet() {
        var settings = HttpBackendSettings.from(
                "loyalty",
                Map.ofEntries(
                        Map.entry("endpoints", new String[] {"http://127.0.0.1:8080", " http://[::1]:8081 "}),
                        Map.entry("auth.header", "X-Api-Key"),
                        Map.entry(".key", "s3cret"),
                        Map.entry("trust.file", "etc/loyalty.pem"),
                        Map.entry("connect.millis", 100),
                        Map.entry("timeout.millis", "200"),
                        Map.entry("attempts", 2L),
                        Map.entry("retry.millis", 10),
                        Map.entry("breaker.failures", 3),
                        Map.entry("breaker.rest.millis", 400),
                        Map.entry("permits", 256),
                        Map.entry("answer.bytes", 500),
                        Map.entry("redirects", 1),
                        Map.entry("health.path", "/health"),
                        Map.entry("correlation.header", ""),
                        Map.entry("service.pid", "com.example.loyalty")));
        assertEquals(
                List.of(URI.create("http://127.0.0.1:8080"), URI.create("http://[::1]:8081")), settings.endpoints());
        assertEquals(
                new HttpPolicy(
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        2,
                        Duration.ofMillis(10),
                        3,
                        Duration.ofMillis(400),
                        256,
                        500,
                        1),
                settings.policy());
        assertEquals("X-Api-Key", settings.credentials().orElseThrow().header());
        assertEquals(Path.of("etc/loyalty.pem"), settings.trust().orElseThrow().file());
        assertEquals("/health", settings.healthPath());
        assertEquals("", settings.correlationHeader());
        assertFalse(settings.toString().contains("s3cret"), settings.toString());
    }

    @Test
    void severalBackendsOfAComponentAreToldApartByAPrefix() {
        var settings = HttpBackendSettings.from(
                "carrier",
                Map.of("endpoints", "http://erp", "carrier.endpoints", "http://carrier", ".carrier.token", "abc"),
                "carrier.");
        assertEquals(List.of(URI.create("http://carrier")), settings.endpoints());
        assertEquals("Bearer abc", settings.credentials().orElseThrow().value().reveal());
    }

    @Test
    void aUserAndAPasswordAreBasic() {
        var settings = HttpBackendSettings.from(
                "erp", Map.of("endpoints", "http://erp", "user", "Aladdin", ".password", "open sesame"));
        assertEquals(
                "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
                settings.credentials().orElseThrow().value().reveal());
    }

    @Test
    void allMistakesAreToldAtOnceInBothLanguages() {
        var refused = assertThrows(
                HttpSettingsException.class,
                () -> HttpBackendSettings.from(
                        "erp",
                        Map.of(
                                "endpoints", "ftp://erp, http://a:b@erp",
                                "user", "hub",
                                "password", "s3cret",
                                "attempts", "many",
                                "permits", 0,
                                "health.path", "health",
                                ".trust.password", "x")));
        assertEquals(
                List.of(
                        "endpoints",
                        "endpoints",
                        ".password",
                        ".trust.password",
                        "attempts",
                        "permits",
                        "health.path",
                        "password"),
                refused.mistakes().stream().map(Mistake::key).toList());
        for (Mistake each : refused.mistakes()) {
            assertTrue(each.zh().codePoints().anyMatch(Character::isIdeographic), each.toString());
        }
        assertFalse(refused.toString().contains("s3cret"), refused.toString());
        assertFalse(refused.toString().contains("a:b"), refused.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " , ", "erp", "http://", "http://erp?x=1", "http://erp/a/../b", "http://erp:0", "http://e rp"
            })
    void anAddressThatIsNoneIsRefused(String endpoints) {
        assertThrows(
                HttpSettingsException.class, () -> HttpBackendSettings.from("erp", Map.of("endpoints", endpoints)));
    }

    @ParameterizedTest
    @CsvSource({".token, .key", ".password, .token", ".key, .password"})
    void credentialsOfTwoKindsAreRefused(String one, String other) {
        assertThrows(
                HttpSettingsException.class,
                () -> HttpBackendSettings.from("erp", Map.of("endpoints", "http://erp", one, "a", other, "b")));
    }
}
