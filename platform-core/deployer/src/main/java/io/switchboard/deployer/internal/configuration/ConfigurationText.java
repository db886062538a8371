package io.switchboard.deployer.internal.configuration;

import io.switchboard.secrets.SecretStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;

/**
 * Reads a configuration file: Java properties in UTF-8, strictly. A key that ends in {@code []} is a list, with commas between its
 * values; components would take {@code a,b} for one value.
 */
public final class ConfigurationText {
    private static final String LIST = "[]";

    private final References references;

    ConfigurationText(References references) {
        this.references = references;
    }

    /** Puts in secrets, and what the environment and the properties of the framework say. */
    public static ConfigurationText of(SecretStore secrets, BundleContext context) {
        return new ConfigurationText(
                new References(name -> secrets.value(name).orElse(null), System::getenv, context::getProperty));
    }

    /** The values of a file: texts, and arrays of texts. */
    public Map<String, Object> read(Path file) throws IOException, ConfigurationFault {
        Properties properties = StrictProperties.read(file);
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            try {
                put(values, key, properties.getProperty(key));
            } catch (MissingValue e) {
                missing.add(e.reason());
            }
        }
        refuseOtherCases(values.keySet());
        if (!missing.isEmpty()) {
            throw new MissingValue(String.join("; ", missing));
        }
        return values;
    }

    /** What a file has for a key, references as they stand there. Empty where it cannot be said. */
    static String written(Path file, String key) {
        try {
            Properties properties = StrictProperties.read(file);
            return properties.getProperty(key, properties.getProperty(key + LIST, ""));
        } catch (IOException | ConfigurationFault e) {
            return "";
        }
    }

    // ConfigurationAdmin's keys are equal whatever their case, and it fails on two such.
    private static void refuseOtherCases(Set<String> keys) throws ConfigurationFault {
        Map<String, String> known = new HashMap<>();
        List<String> repeated = new ArrayList<>();
        for (String key : keys) {
            String other = known.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
            if (other != null) {
                repeated.add(other + " and " + key);
            }
        }
        if (!repeated.isEmpty()) {
            throw new ConfigurationFault("set twice, since capitals make no other key: " + String.join(", ", repeated));
        }
        if (keys.contains("")) {
            throw new ConfigurationFault("a line has a value and no key");
        }
    }

    private void put(Map<String, Object> values, String key, String value) throws ConfigurationFault {
        if (!key.endsWith(LIST)) {
            values.put(key, references.resolve(key, value));
        } else if (values.put(key.substring(0, key.length() - LIST.length()), list(key, value)) != null) {
            throw new ConfigurationFault("set both as a list and as one value: " + key);
        }
    }

    // Split first: a comma in what is put in is part of the value.
    private String[] list(String key, String text) throws ConfigurationFault {
        List<String> values = new ArrayList<>();
        for (String value : text.split(",", -1)) {
            if (!value.isBlank()) {
                values.add(references.resolve(key, value.strip()));
            }
        }
        return values.toArray(String[]::new);
    }
}
