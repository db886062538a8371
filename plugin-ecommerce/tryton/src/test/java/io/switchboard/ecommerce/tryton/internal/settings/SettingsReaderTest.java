package io.switchboard.ecommerce.tryton.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.http.HttpSettingsException;
import java.time.Duration;
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
        assertEquals(NumberField.NUMBER, settings.number());
        assertEquals("CN", settings.country());
        assertEquals(Duration.ZERO, settings.arrival());
        // Basic credentials would have Tryton check a password at each call.
        assertTrue(settings.http().credentials().isEmpty());
        assertFalse(settings.toString().contains("hidden-7"));
    }

    @Test
    void takesWhatAShopSays() {
        Map<String, String> more = new HashMap<>(LEAST);
        more.putAll(Map.of("order.number", "reference", "country", "DE", "arrival.days", "3"));
        TrytonSettings settings = new SettingsReader("erp", more).read();
        assertEquals("reference", settings.number().field());
        assertEquals("DE", settings.country());
        assertEquals(Duration.ofDays(3), settings.arrival());
    }

    @Test
    void tellsAllMistakesAtOnce() {
        Map<String, String> wrong = new HashMap<>(LEAST);
        wrong.keySet().removeAll(List.of("database", ".login.password"));
        wrong.putAll(Map.of(
                "endpoints", "ftp://erp.example.com",
                "order.number", "id",
                "country", "China",
                "arrival.days", "-1",
                "order.prefix", "SO",
                "user", "hub"));
        HttpSettingsException failure =
                assertThrows(HttpSettingsException.class, () -> new SettingsReader("erp", wrong).read());
        TreeSet<String> keys = new TreeSet<>();
        failure.mistakes().forEach(mistake -> keys.add(mistake.key()));
        assertEquals(
                List.of(
                        ".login.password",
                        "arrival.days",
                        "country",
                        "database",
                        "endpoints",
                        "order.number",
                        "order.prefix",
                        "user"),
                List.copyOf(keys));
    }

    @Test
    void anInstanceHasANameThatIdsCanBear() {
        for (String name : List.of("ERP", "erp~2", "a234567890123456789012", "")) {
            assertThrows(HttpSettingsException.class, () -> new SettingsReader(name, LEAST).read(), name);
        }
    }
}
