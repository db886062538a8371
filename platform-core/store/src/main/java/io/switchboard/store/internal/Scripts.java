package io.switchboard.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** Finds the migrations that a bundle carries. */
final class Scripts {
    private static final String FOLDER = "META-INF/switchboard/migrations";

    private Scripts() {}

    static List<Script> of(Bundle bundle) {
        @Nullable Enumeration<URL> found = bundle.findEntries(FOLDER, "*.sql", false);
        List<Script> scripts = new ArrayList<>();
        for (URL url : found == null ? List.<URL>of() : Collections.list(found)) {
            String path = url.getPath();
            try (InputStream in = url.openStream()) {
                scripts.add(Script.of(path.substring(path.lastIndexOf('/') + 1), new String(in.readAllBytes(), UTF_8)));
            } catch (IOException e) {
                throw new MigrationException("A migration of " + bundle + " cannot be read: " + path, e);
            }
        }
        return scripts;
    }
}
