package io.switchboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubSettingsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void withoutAFileTheHubIsOnLoopback() {
        HubSettings settings = HubSettings.read(folder.resolve("none"), Map.of(), english());
        assertEquals("127.0.0.1", settings.host());
        assertEquals(8080, settings.port());
    }

    @Test
    void theEnvironmentOverridesThePortOnly() throws IOException {
        Path file = write("http.port = 9000\nhttp.host = 0.0.0.0\n");
        HubSettings settings = HubSettings.read(file, Map.of(HubSettings.PORT_VARIABLE, "0"), english());
        assertEquals(0, settings.port());
        assertEquals("0.0.0.0", settings.host());
    }

    @Test
    void anEmptyVariableIsNone() throws IOException {
        Path file = write("http.port = 9000\n");
        assertEquals(
                9000,
                HubSettings.read(file, Map.of(HubSettings.PORT_VARIABLE, " "), english())
                        .port());
    }

    @Test
    void aMisspeltSettingIsRefusedByName() throws IOException {
        Path file = write("http.prot = 9000\n");
        Refusal refusal = assertThrows(Refusal.class, () -> HubSettings.read(file, Map.of(), english()));
        assertTrue(String.valueOf(refusal.getMessage()).endsWith("unknown setting http.prot"));
    }

    @Test
    void aNumberOutOfRangeIsRefusedWithTheRange() {
        Map<String, String> environment = Map.of(HubSettings.PORT_VARIABLE, "70000");
        Refusal refusal =
                assertThrows(Refusal.class, () -> HubSettings.read(folder.resolve("none"), environment, english()));
        assertEquals("SWITCHBOARD_HTTP_PORT = 70000: must be a whole number from 0 to 65535", refusal.getMessage());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("hub.properties"), text);
    }

    private static Texts english() {
        return new Texts(Locale.ENGLISH);
    }
}
