package io.switchboard.deployer.internal.configuration;

import java.io.IOException;
import java.util.Map;

/** Where configurations go. */
public interface Configurations {
    /** Takes values that are texts, or arrays of texts. */
    void set(ConfigurationId id, Map<String, Object> values) throws IOException;

    void remove(ConfigurationId id) throws IOException;
}
