package io.switchboard.deployer.internal.configuration;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Reads a configuration file: Java properties in UTF-8, strictly. */
final class ConfigurationText {
    private final References references;

    ConfigurationText(References references) {
        this.references = references;
    }

    Map<String, String> read(Path file) throws IOException, ConfigurationFault {
        Once properties = new Once();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (CharacterCodingException e) {
            throw new ConfigurationFault("it is not UTF-8");
        } catch (IllegalArgumentException e) {
            throw new ConfigurationFault("an escape with \\u is not followed by four hexadecimal digits");
        }
        if (!properties.repeated.isEmpty()) {
            throw new ConfigurationFault("set twice: " + String.join(", ", properties.repeated));
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            values.put(key, references.resolve(key, properties.getProperty(key)));
        }
        return values;
    }

    // Plain Properties let the last of two lines win without a word.
    private static final class Once extends Properties {
        private static final long serialVersionUID = 1L;
        private final transient Set<String> repeated = new TreeSet<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                repeated.add(key.toString());
            }
            return super.put(key, value);
        }
    }
}
