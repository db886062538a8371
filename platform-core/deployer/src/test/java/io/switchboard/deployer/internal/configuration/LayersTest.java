package io.switchboard.deployer.internal.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final ConfigurationId ID = new ConfigurationId("a", "");

    private final Map<String, Map<String, Object>> given = new TreeMap<>();
    private final Layers layers = new Layers(new Configurations() {
        @Override
        public boolean set(ConfigurationId id, Map<String, Object> values) {
            return !values.equals(given.put(id.toString(), values));
        }

        @Override
        public void remove(ConfigurationId id) {
            given.remove(id.toString());
        }
    });
    private final Configurations first = layers.of("1");
    private final Configurations second = layers.of("2");

    @Test
    void theFirstPlaceCountsAndTheNextOneWhenItGoes() throws IOException {
        assertTrue(second.set(ID, Map.of("x", "second")));
        assertTrue(first.set(ID, Map.of("x", "first")));
        assertEquals(Map.of("a", Map.of("x", "first")), given);
        assertEquals(Optional.of("1"), layers.above("2", ID));
        assertFalse(second.set(ID, Map.of("x", "changed")), "not given out");
        first.remove(ID);
        assertEquals(Map.of("a", Map.of("x", "changed")), given);
        assertEquals(Optional.empty(), layers.above("2", ID));
        second.remove(ID);
        assertEquals(Map.of(), given);
    }

    @Test
    void whatIsNotThereIsNotRemoved() throws IOException {
        first.set(ID, Map.of("x", "first"));
        second.remove(ID);
        assertEquals(Map.of("a", Map.of("x", "first")), given);
    }
}
