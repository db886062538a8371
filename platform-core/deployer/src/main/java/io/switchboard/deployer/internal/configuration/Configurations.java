package io.switchboard.deployer.internal.configuration;

import java.io.IOException;
import java.util.Map;

/** Where configurations go. */
public interface Configurations {
    void set(ConfigurationId id, Map<String, String> values) throws IOException;

    void remove(ConfigurationId id) throws IOException;
}
