package io.switchboard.it;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One hub for all classes that ask for it; each test brings data of its own. */
final class SharedHub implements ParameterResolver {
    private static final ExtensionContext.Namespace ALL = ExtensionContext.Namespace.create(SharedHub.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == HubProcess.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(ALL).getOrComputeIfAbsent("hub", key -> new Running(), Running.class).hub;
    }

    private static final class Running implements AutoCloseable {
        private final HubProcess hub;

        Running() {
            try {
                Path home = Files.createTempDirectory("switchboard-it");
                configure(home.resolve("etc"));
                hub = HubProcess.start(home);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            hub.close();
            delete(hub.home());
        }
    }

    /** As shipped, but that tests ask more often for a customer, and for more in vain, than anybody who means well. */
    static void configure(Path etc) throws IOException {
        Files.createDirectory(etc);
        try (DirectoryStream<Path> shipped =
                Files.newDirectoryStream(HubProcess.folder().resolve("etc"))) {
            for (Path file : shipped) {
                Files.copy(file, etc.resolve(file.getFileName()));
            }
        }
        Files.writeString(
                etc.resolve("io.switchboard.core.cfg"),
                "\ncustomer.calls.per.minute = 0\ncustomer.misses.per.minute = 0\n",
                StandardOpenOption.APPEND);
    }

    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
