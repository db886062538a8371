package io.switchboard.it;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.file.Path;

/** Packs a package of these tests as a partner's build would, and drops it into a hub. */
final class ConnectorJar {
    private ConnectorJar() {}

    /** The bundle {@code file} with one package, in the hub's deploy folder. */
    static Path drop(HubProcess hub, String file, Class<?> connector) throws Exception {
        return drop(hub, file, connector, "1.0.0");
    }

    /** The same in a version. */
    static Path drop(HubProcess hub, String file, Class<?> connector, String version) throws Exception {
        Path half = Drop.half(hub, file);
        build(half, connector, version);
        return Drop.finish(hub, file, half);
    }

    /** The same in a version, and under a name, so that another package can be the next version of it. */
    static void drop(HubProcess hub, String file, Class<?> connector, String symbolicName, String version)
            throws Exception {
        Path half = Drop.half(hub, file);
        build(half, connector, symbolicName, version);
        Drop.finish(hub, file, half);
    }

    static void build(Path target, Class<?> connector, String version) throws Exception {
        build(target, connector, connector.getPackageName(), version);
    }

    /** The same under another symbolic name. */
    static void build(Path target, Class<?> connector, String symbolicName, String version) throws Exception {
        try (Builder builder = new Builder()) {
            builder.addClasspath(location(connector));
            builder.addClasspath(location(io.switchboard.connector.Connector.class));
            builder.setProperty("Bundle-SymbolicName", symbolicName);
            builder.setProperty("Bundle-Version", version);
            builder.setProperty("Private-Package", connector.getPackageName());
            builder.setProperty("Import-Package", "!org.jspecify.annotations,*");
            builder.setProperty("-noimportjava", "true");
            try (Jar built = builder.build()) {
                if (!builder.getErrors().isEmpty()) {
                    throw new AssertionError(builder.getErrors());
                }
                built.write(target.toFile());
            }
        }
    }

    private static File location(Class<?> type) throws Exception {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
