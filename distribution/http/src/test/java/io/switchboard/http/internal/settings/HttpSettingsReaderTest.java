package io.switchboard.http.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsReaderTest {
    private static HttpSettings read(Map<String, Object> values) throws SettingsFault {
        return HttpSettingsReader.read(values, Path.of("/nowhere"));
    }

    @Test
    void withoutSettingsLimitsStandAndThisMachineIsExempt() throws Exception {
        HttpSettings settings = read(Map.of("service.pid", "io.switchboard.http"));
        assertEquals(2000, settings.requestsPerSecond());
        assertEquals(256, settings.connectionsPerAddress());
        assertTrue(HttpSettings.contains(settings.exempt(), InetAddress.getByName("127.1.2.3")));
        assertTrue(
                HttpSettings.contains(settings.exempt(), Network.address("::1").orElseThrow()));
        assertFalse(HttpSettings.contains(settings.exempt(), InetAddress.getByName("128.0.0.1")));
        assertTrue(settings.origins().isEmpty());
        assertTrue(settings.proxies().isEmpty());
    }

    @Test
    void tellsAllMistakesAtOnceAndNoPassword() {
        SettingsFault fault = assertThrows(
                SettingsFault.class,
                () -> read(Map.of(
                        "host", "x",
                        "hosts", new String[] {"hub.example.com:8443"},
                        "origins", new String[] {"*", "https://a.example/"},
                        "proxies", "10.0.0.0/33",
                        "address.connections", "-1",
                        "tls.port", "8443",
                        "tls.password", "hidden",
                        "plain", "maybe")));
        String message = String.valueOf(fault.getMessage());
        for (String part : new String[] {
            "host is not known",
            "hub.example.com:8443",
            "origins: *",
            "https://a.example/",
            "10.0.0.0/33",
            "address.connections",
            "tls.keystore",
            "plain must be"
        }) {
            assertTrue(message.contains(part), part + " in " + message);
        }
        assertFalse(message.contains("hidden"));
    }

    @Test
    void doesNotSendAnybodyToATlsThatIsNotThere() {
        assertThrows(SettingsFault.class, () -> read(Map.of("plain", "redirect")));
        assertThrows(SettingsFault.class, () -> read(Map.of("plain", "off")));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.129, true",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
    })
    void knowsWhatANetworkContains(String network, String address, boolean within) throws Exception {
        assertEquals(within, Network.of(network).orElseThrow().contains(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.1",
                "2130706433",
                "1.2.3.4/",
                "1.2.3.4/x",
                "1.2.3.4/33",
                "::1/129",
                "1.2.3.400",
                "1:2:3",
                "example.com"
            })
    void takesNothingElseForOne(String text) {
        assertTrue(Network.of(text).isEmpty());
    }
}
