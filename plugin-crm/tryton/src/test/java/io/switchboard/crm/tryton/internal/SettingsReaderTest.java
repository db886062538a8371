package io.switchboard.crm.tryton.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.http.HttpSettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {
    private static final Map<String, String> LEAST = Map.of(
            "endpoints", "https://erp.example.com",
            "database", "shop",
            "login", "hub",
            ".login.password", "hidden-7");

    @Test
    void takesWhatTheLeastFileHas() {
        TrytonSettings settings = new SettingsReader("erp", LEAST).read();
        assertEquals("erp", settings.instance());
        assertEquals("zh-CN", settings.language());
        assertTrue(settings.complaints());
        assertEquals("", settings.tagsParent());
        // Basic credentials would have Tryton check a password at each call.
        assertTrue(settings.http().credentials().isEmpty());
        assertFalse(settings.toString().contains("hidden-7"));
    }

    @Test
    void tellsAllMistakesAtOnce() {
        Map<String, String> wrong = new HashMap<>(LEAST);
        wrong.keySet().removeAll(List.of("database", ".login.password"));
        wrong.put("endpoints", "ftp://erp.example.com");
        wrong.put("complaints", "perhaps");
        wrong.put("language", "Chinese!");
        wrong.put("level.bronze", "Bronze");
        wrong.put("user", "hub");
        HttpSettingsException failure =
                assertThrows(HttpSettingsException.class, () -> new SettingsReader("erp", wrong).read());
        TreeSet<String> keys = new TreeSet<>();
        failure.mistakes().forEach(mistake -> keys.add(mistake.key()));
        assertEquals(
                List.of(".login.password", "complaints", "database", "endpoints", "language", "level.bronze", "user"),
                List.copyOf(keys));
    }

    @Test
    void anInstanceHasANameThatIdsCanBear() {
        for (String name : List.of("ERP", "erp~2", "a234567890123456789012", "")) {
            assertThrows(HttpSettingsException.class, () -> new SettingsReader(name, LEAST).read(), name);
        }
        assertEquals("erp", TrytonBackend.name("io.switchboard.crm.tryton~erp"));
    }
}
