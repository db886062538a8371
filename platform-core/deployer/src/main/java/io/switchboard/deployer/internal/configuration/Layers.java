package io.switchboard.deployer.internal.configuration;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Configurations come from several places; of those with one name the one whose place sorts first is given out, and when it goes the next.
 * Safe for use from many threads.
 */
public final class Layers {
    private final Configurations target;
    private final Map<ConfigurationId, TreeMap<String, Map<String, Object>>> all = new HashMap<>();

    /** Takes where those go that are given out. */
    public Layers(Configurations target) {
        this.target = target;
    }

    /** Those of one place. */
    public Configurations of(String place) {
        return new Configurations() {
            @Override
            public boolean set(ConfigurationId id, Map<String, Object> values) throws IOException {
                return put(place, id, values);
            }

            @Override
            public void remove(ConfigurationId id) throws IOException {
                drop(place, id);
            }
        };
    }

    /** The place whose configuration is given out instead of that of {@code place}. */
    public synchronized Optional<String> above(String place, ConfigurationId id) {
        return Optional.ofNullable(all.get(id)).map(TreeMap::firstKey).filter(first -> first.compareTo(place) < 0);
    }

    private synchronized boolean put(String place, ConfigurationId id, Map<String, Object> values) throws IOException {
        TreeMap<String, Map<String, Object>> places = all.computeIfAbsent(id, unknown -> new TreeMap<>());
        places.put(place, values);
        return places.firstKey().equals(place) && target.set(id, values);
    }

    private synchronized void drop(String place, ConfigurationId id) throws IOException {
        TreeMap<String, Map<String, Object>> places = all.get(id);
        if (places == null || places.remove(place) == null) {
            return;
        }
        if (places.isEmpty()) {
            all.remove(id);
            target.remove(id);
        } else {
            target.set(id, places.firstEntry().getValue());
        }
    }
}
