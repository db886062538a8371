package io.switchboard.security.internal.role;

import io.switchboard.connector.DataClass;
import io.switchboard.core.security.MaskingProfile.Treatment;
import io.switchboard.security.internal.settings.Entries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the roles from a configuration, and gathers every mistake in it. Used once. */
final class RoleReader {
    private static final Pattern KEY = Pattern.compile("role\\.([a-z][a-z0-9-]{0,39})\\.(scopes|mask\\.([a-z0-9-]+))");

    private final Map<String, Set<String>> scopes = new TreeMap<>();
    private final Map<String, Map<DataClass, Treatment>> masks = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * What came of a configuration. Immutable.
     *
     * @param roles the roles; of no use where there are faults
     * @param faults the mistakes, each with its key
     */
    record Reading(Roles roles, List<String> faults) {}

    private RoleReader() {}

    static Reading read(Map<String, ?> configuration) {
        RoleReader reader = new RoleReader();
        Entries.of(configuration).forEach(reader::entry);
        return reader.end();
    }

    private void entry(String key, String value) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            faults.add(key + ": unknown; write role.<name>.scopes or role.<name>.mask.<class>");
        } else if (parts.group(3) == null) {
            scopes.put(parts.group(1), scopes(key, value));
        } else {
            mask(key, parts.group(1), parts.group(3), value);
        }
    }

    private Set<String> scopes(String key, String value) {
        Set<String> found = Entries.list(value);
        for (String each : found) {
            if (!ScopeSet.isPattern(each)) {
                faults.add(key + ": '" + each + "' is no scope; write crm.read, crm.* or *");
            }
        }
        return found;
    }

    private void mask(String key, String role, String dataClass, String value) {
        Optional<DataClass> kind = constant(DataClass.values(), dataClass);
        Optional<Treatment> treatment = constant(Treatment.values(), value.strip());
        if (kind.isEmpty()) {
            faults.add(key + ": '" + dataClass + "' is no class of data; one of " + names(DataClass.values()));
        }
        if (treatment.isEmpty()) {
            faults.add(key + ": '" + value.strip() + "' is no treatment; one of " + names(Treatment.values()));
        }
        if (kind.isEmpty() || treatment.isEmpty()) {
            return;
        }
        if (kind.get() == DataClass.CREDENTIAL && treatment.get() != Treatment.HIDDEN) {
            faults.add(key + ": credentials never leave the hub; leave the line out");
        }
        if (kind.get() == DataClass.FREE_TEXT && treatment.get() == Treatment.HANDLE) {
            faults.add(key + ": free text has no handle; partial puts handles in the place of what is found in it");
        }
        masks.computeIfAbsent(role, absent -> new EnumMap<>(DataClass.class)).put(kind.get(), treatment.get());
    }

    private Reading end() {
        masks.keySet().stream()
                .filter(role -> !scopes.containsKey(role))
                .forEach(role -> faults.add("role." + role + ".scopes: missing"));
        Map<String, Role> roles = new HashMap<>();
        scopes.forEach((name, patterns) ->
                roles.put(name, new Role(name, new ScopeSet(patterns), masks.getOrDefault(name, Map.of()))));
        return new Reading(new Roles(roles), List.copyOf(faults));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String kebab) {
        return Arrays.stream(all).filter(each -> kebab(each).equals(kebab)).findFirst();
    }

    private static String names(Enum<?>[] all) {
        return Arrays.stream(all).map(RoleReader::kebab).collect(Collectors.joining(", "));
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
