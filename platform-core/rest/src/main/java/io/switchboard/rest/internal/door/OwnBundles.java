package io.switchboard.rest.internal.door;

import java.util.Set;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundles that may put servlets into the hub's own contexts, where nobody is asked who may: each of them asks for itself. */
final class OwnBundles {
    private static final Logger LOG = LoggerFactory.getLogger(OwnBundles.class);
    private static final Set<String> NAMES = Set.of(
            "io.switchboard.rest", "io.switchboard.security", "io.switchboard.deployments", "io.switchboard.backends");

    private OwnBundles() {}

    static boolean include(Bundle bundle) {
        return NAMES.contains(bundle.getSymbolicName());
    }

    /** Says in the log why the servlets of a bundle are not reached, and what to do about it. */
    static void warn(Bundle bundle, String context) {
        LOG.warn(
                "The servlets of the bundle {} in the HTTP context {} are not reached: the context for them is {}",
                bundle,
                context,
                Contexts.PARTNER);
    }
}
