package io.switchboard.connector.testkit;

import io.switchboard.connector.Connector;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Assumptions;

/** What the build wrote of a connector's class for the framework. */
final class Components {
    private final Class<?> type;

    Components(Class<?> type) {
        this.type = type;
    }

    void check() {
        try {
            Path classes = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path manifest = classes.resolve("META-INF/MANIFEST.MF");
            Assumptions.assumeTrue(
                    Files.isRegularFile(manifest), "bnd-maven-plugin has not run yet, as in an IDE; Maven runs it");
            if (descriptions(classes, manifest).stream().noneMatch(this::offersIt)) {
                throw new AssertionError(
                        type.getName() + " needs @Component(service = Connector.class), or the bundle lacks"
                                + " the build's bnd-maven-plugin: the framework would not know of it");
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("what the build wrote for the framework cannot be read", e);
        }
    }

    private static List<String> descriptions(Path classes, Path manifest) throws IOException {
        String header;
        try (InputStream in = Files.newInputStream(manifest)) {
            header = new Manifest(in).getMainAttributes().getValue("Service-Component");
        }
        List<String> descriptions = new ArrayList<>();
        if (header != null) {
            for (String each : header.split(",", -1)) {
                descriptions.add(Files.readString(classes.resolve(each.strip())));
            }
        }
        return descriptions;
    }

    private boolean offersIt(String description) {
        return description.contains("class=\"" + type.getName() + "\"")
                && description.contains("interface=\"" + Connector.class.getName() + "\"");
    }
}
