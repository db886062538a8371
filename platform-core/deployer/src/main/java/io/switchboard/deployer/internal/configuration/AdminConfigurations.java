package io.switchboard.deployer.internal.configuration;

import java.io.IOException;
import java.util.Map;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Hands configurations to the framework's ConfigurationAdmin, visible to any bundle: so two versions of one bundle both get theirs. */
public final class AdminConfigurations implements Configurations {
    private static final String ANY_BUNDLE = "?";

    private final ConfigurationAdmin admin;

    public AdminConfigurations(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    @Override
    public boolean set(ConfigurationId id, Map<String, Object> values) throws IOException {
        return configuration(id).updateIfDifferent(FrameworkUtil.asDictionary(values));
    }

    @Override
    public void remove(ConfigurationId id) throws IOException {
        configuration(id).delete();
    }

    private Configuration configuration(ConfigurationId id) throws IOException {
        return id.name().isEmpty()
                ? admin.getConfiguration(id.pid(), ANY_BUNDLE)
                : admin.getFactoryConfiguration(id.pid(), id.name(), ANY_BUNDLE);
    }
}
