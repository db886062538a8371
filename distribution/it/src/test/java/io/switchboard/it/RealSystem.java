package io.switchboard.it;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A real system that {@code real/run} has started, and what its set-up tells of it. */
final class RealSystem {
    private final String name;
    private final Path script;
    private final Path state;
    private final Properties properties = new Properties();

    private RealSystem(String name) {
        this.name = name;
        script = Path.of(System.getProperty("real.folder")).resolve(name).resolve("system");
        state = Path.of(System.getProperty("real.state"));
        try (Reader reader = Files.newBufferedReader(state.resolve(name).resolve("system.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RealSystem named(String name) {
        return new RealSystem(name);
    }

    /** One of the things its set-up tells. */
    String property(String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new AssertionError(name + " has no " + key);
        }
        return value;
    }

    /** What it tells of something that its script made since. */
    Properties about(String made) throws IOException {
        Properties told = new Properties();
        try (Reader reader = Files.newBufferedReader(state.resolve(name).resolve(made + ".properties"))) {
            told.load(reader);
        }
        return told;
    }

    /** Has its script do something, such as {@code down}. */
    void run(String verb, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString(), verb));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        state.resolve(name).resolve("system.log").toFile()));
        builder.environment().put("REAL_STATE", state.toString());
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(name + " " + verb + " took more than two minutes");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(name + " " + verb + " ended with " + process.exitValue() + ":\n"
                    + Files.readString(state.resolve(name).resolve("system.log")));
        }
    }
}
