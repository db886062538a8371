package io.switchboard.ecommerce.internal.backend;

import java.util.HashMap;
import java.util.Map;

/**
 * Which instance a shop means by its name for a carrier. Immutable.
 *
 * @param otherwise the instance of every carrier that is not named
 * @param byName the others
 */
public record CarrierNames(String otherwise, Map<String, String> byName) {
    /** Copies the map. */
    public CarrierNames {
        byName = Map.copyOf(byName);
    }

    /** As the configuration has them; an entry without an equals sign names nobody. */
    static CarrierNames of(String otherwise, String... entries) {
        Map<String, String> byName = new HashMap<>();
        for (String entry : entries) {
            int sign = entry.lastIndexOf('=');
            if (sign > 0) {
                byName.put(
                        entry.substring(0, sign).strip(),
                        entry.substring(sign + 1).strip());
            }
        }
        return new CarrierNames(otherwise, byName);
    }

    /** The instance of a carrier. */
    String instance(String name) {
        return byName.getOrDefault(name, otherwise);
    }
}
