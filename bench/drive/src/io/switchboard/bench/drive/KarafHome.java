package io.switchboard.bench.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Karaf of its own, as shipped, with its HTTP whiteboard and nothing beside it that it can do without. */
record KarafHome(Path home) {
    static KarafHome make(Path distribution, Path home, int port) throws IOException {
        try (Stream<Path> all = Files.walk(distribution)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path copy = home.resolve(distribution.relativize(each).toString());
                Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Path etc = home.resolve("etc");
        // The last of two lines counts.
        append(etc.resolve("org.apache.karaf.features.cfg"), "featuresBoot = framework, http-whiteboard");
        append(etc.resolve("org.ops4j.pax.url.mvn.cfg"), "org.ops4j.pax.url.mvn.repositories =");
        append(etc.resolve("custom.properties"), "karaf.shutdown.port = -1");
        Files.writeString(
                etc.resolve("org.ops4j.pax.web.cfg"),
                "org.osgi.service.http.port = " + port + "\norg.ops4j.pax.web.listening.addresses = 127.0.0.1\n");
        return new KarafHome(home);
    }

    private static void append(Path file, String line) throws IOException {
        Files.writeString(file, "\n" + line + "\n", StandardOpenOption.APPEND, StandardOpenOption.CREATE);
    }

    /** In the foreground, so that it ends with its process. */
    ServerProcess start(Map<String, String> environment) throws IOException {
        return ServerProcess.start(
                List.of(home.resolve("bin/karaf").toString(), "daemon"), environment, home.resolve("console.log"));
    }
}
