package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.internal.configuration.ConfigurationFault;
import io.switchboard.deployer.internal.configuration.ConfigurationId;
import io.switchboard.deployer.internal.configuration.ConfigurationText;
import io.switchboard.deployer.internal.configuration.Configurations;
import io.switchboard.deployer.internal.configuration.Layers;
import io.switchboard.deployer.internal.configuration.MissingValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configurations that come along with bundles, in one archive. Safe for use from many threads. */
public final class BundledConfigurations {
    /** After those of {@code etc/} and of {@code deploy/}. */
    private static final String PLACE = "3 ";

    private static final Logger LOG = LoggerFactory.getLogger(BundledConfigurations.class);

    private final ConfigurationText text;
    private final Layers layers;
    private final Map<String, Content> given = new HashMap<>();

    public BundledConfigurations(ConfigurationText text, Layers layers) {
        this.text = text;
        this.layers = layers;
    }

    /** Gives out those of a file instead of what was given out for it before: all, or none. */
    synchronized void give(String file, Content content) throws DeployFault {
        @Nullable Content before = given.get(file);
        if (content.equals(before)
                || (before == null && content.configurations().isEmpty())) {
            return;
        }
        Map<ConfigurationId, Map<String, Object>> all = new LinkedHashMap<>();
        for (Map.Entry<ConfigurationId, Path> each : content.configurations().entrySet()) {
            all.put(each.getKey(), read(each.getKey(), each.getValue()));
        }
        Configurations place = layers.of(PLACE + file);
        try {
            for (Map.Entry<ConfigurationId, Map<String, Object>> each : all.entrySet()) {
                place.set(each.getKey(), each.getValue());
            }
            if (before != null) {
                for (ConfigurationId id : before.configurations().keySet()) {
                    if (!all.containsKey(id)) {
                        place.remove(id);
                    }
                }
            }
            given.put(file, content);
        } catch (IOException e) {
            throw new DeployFault(
                    DeploymentState.WAITING, "its configurations cannot be given out: " + e, "无法应用其配置：" + e);
        }
    }

    private Map<String, Object> read(ConfigurationId id, Path copy) throws DeployFault {
        try {
            return text.read(copy);
        } catch (MissingValue e) {
            throw fault(DeploymentState.WAITING, id, e.reason());
        } catch (ConfigurationFault e) {
            throw fault(DeploymentState.REFUSED, id, e.reason());
        } catch (IOException e) {
            throw fault(DeploymentState.WAITING, id, "it cannot be read: " + e);
        }
    }

    private static DeployFault fault(DeploymentState state, ConfigurationId id, String reason) {
        return new DeployFault(state, id + ".cfg: " + reason, id + ".cfg：" + reason);
    }

    /** Takes back what was given out for a file, if it is still of that content. */
    synchronized void take(String file, Content content) {
        if (!content.equals(given.get(file))) {
            return;
        }
        given.remove(file);
        Configurations place = layers.of(PLACE + file);
        for (ConfigurationId id : content.configurations().keySet()) {
            try {
                place.remove(id);
            } catch (IOException e) {
                LOG.error("The configuration {} of {} could not be removed: {}", id, file, e.toString());
            }
        }
    }
}
