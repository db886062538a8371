package io.switchboard.crm.tryton.internal;

import io.switchboard.crm.spi.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which categories say how the company ranks a customer; all others are tags. Immutable. */
final class Ranks {
    private static final List<Level> HIGHEST_FIRST = List.of(Level.PLATINUM, Level.GOLD, Level.SILVER);

    private final Map<Level, String> names = new EnumMap<>(Level.class);

    Ranks(String silver, String gold, String platinum) {
        names.put(Level.SILVER, silver.strip());
        names.put(Level.GOLD, gold.strip());
        names.put(Level.PLATINUM, platinum.strip());
        names.values().removeIf(String::isEmpty);
    }

    /** The highest that one of the categories says. */
    Level level(List<Category> categories) {
        for (Level level : HIGHEST_FIRST) {
            String name = names.get(level);
            if (categories.stream().anyMatch(each -> each.name().equals(name))) {
                return level;
            }
        }
        return Level.STANDARD;
    }

    List<String> tags(List<Category> categories) {
        return categories.stream()
                .map(Category::name)
                .filter(name -> !isRank(name))
                .distinct()
                .toList();
    }

    /** Whether a category of this name ranks, so that it is nobody's tag. */
    boolean isRank(String name) {
        return names.containsValue(name);
    }
}
