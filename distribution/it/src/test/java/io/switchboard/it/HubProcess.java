package io.switchboard.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A hub started by its own script as a process, on any free port, with a home of its own. */
final class HubProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofMinutes(2);

    private final Path home;
    private final Process process;
    private final String address;

    private HubProcess(Path home, Process process, String address) {
        this.home = home;
        this.process = process;
        this.address = address;
    }

    /** Where the build left what is shipped. */
    static Path folder() {
        return Path.of(System.getProperty("hub.folder", "../assembly/target/hub"))
                .toAbsolutePath()
                .normalize();
    }

    /** Runs the hub's script in a home, and does not wait for it. */
    static ProcessBuilder script(Path home, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(folder().resolve("bin/switchboard").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SWITCHBOARD_HOME", home.toString());
        builder.environment().put("SWITCHBOARD_HTTP_PORT", "0");
        builder.environment().put("LC_ALL", "C.UTF-8");
        // Writing an archive of classes at the end would make each stop a second longer.
        builder.environment().put("SWITCHBOARD_CLASS_ARCHIVE", "off");
        return builder;
    }

    /** Starts a hub with demo data, and returns when it is ready. */
    static HubProcess start(Path home) {
        try {
            Files.createDirectories(home);
            Process process = script(home, "run", "--demo")
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(console(home)))
                    .start();
            try {
                Await.until("the hub in " + home + " runs", START, () -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("the hub ended:\n"
                                + Files.readString(console(home).toPath()));
                    }
                    return state(home, process.pid()).equals("running");
                });
            } catch (RuntimeException | Error e) {
                process.destroyForcibly();
                throw e;
            }
            return new HubProcess(
                    home, process, read(home, "hub.json").path("http").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File console(Path home) {
        return home.resolve("console.log").toFile();
    }

    private static String state(Path home, long pid) throws IOException {
        if (!Files.exists(home.resolve("run/hub.json"))) {
            return "";
        }
        JsonNode status = read(home, "hub.json");
        // A file of the run before says nothing of this one.
        return status.path("pid").asLong() == pid ? status.path("state").asText() : "";
    }

    /** A file of {@code run/}. */
    static JsonNode read(Path home, String file) throws IOException {
        return JSON.readTree(home.resolve("run").resolve(file).toFile());
    }

    Path home() {
        return home;
    }

    String address() {
        return address;
    }

    /** Whatever the hub has written to its log and its console. */
    String log() throws IOException {
        return Files.readString(home.resolve("logs/hub.log"))
                + Files.readString(console(home).toPath());
    }

    /** The demo's chatbot. */
    Caller chatbot() {
        return caller("demo-client.json");
    }

    /** The same with a token of one scope only. */
    Caller chatbot(String scope) {
        try {
            JsonNode client = read(home, "demo-client.json");
            return Caller.narrow(
                    address,
                    client.path("client_id").asText(),
                    client.path("client_secret").asText(),
                    scope);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The administrator. */
    Caller admin() {
        return caller("admin.json");
    }

    private Caller caller(String file) {
        try {
            JsonNode client = read(home, file);
            return new Caller(
                    address,
                    client.path("client_id").asText(),
                    client.path("client_secret").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to the administrator who asks for a token. */
    Answer token() {
        try {
            JsonNode client = read(home, "admin.json");
            return Caller.askForToken(
                    address,
                    client.path("client_id").asText(),
                    client.path("client_secret").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many objects of the class of that name there are after a collection. */
    long instances(String name) throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (histogram.waitFor() != 0) {
            throw new AssertionError(text);
        }
        // num: instances bytes class (module)
        return text.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(name))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    /** Sends SIGTERM, and does not wait. */
    void terminate() {
        process.destroy();
    }

    /** Sends SIGKILL: no hook runs, nothing is flushed. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for the end; what the process ended with. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the hub still runs after a minute");
        }
        return process.exitValue();
    }

    boolean runs() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
