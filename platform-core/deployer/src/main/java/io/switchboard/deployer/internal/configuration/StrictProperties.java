package io.switchboard.deployer.internal.configuration;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Java properties in UTF-8 that leave nothing open. */
public final class StrictProperties {
    private StrictProperties() {}

    /** Reads a file whole, or says what is wrong with it. */
    public static Properties read(Path file) throws IOException, ConfigurationFault {
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
        return properties;
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
