package io.switchboard.deployer.internal.configuration;

import java.io.IOException;
import java.util.Map;

/** Where configurations go. */
public interface Configurations {
    /** Takes values that are texts, or arrays of texts; false where the configuration had them already. */
    boolean set(ConfigurationId id, Map<String, Object> values) throws IOException;

    /** Removes a configuration, if it is there. */
    void remove(ConfigurationId id) throws IOException;
}
