package io.switchboard.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has to be known before the first bundle runs: {@code etc/hub.properties}, with the port from the environment on top.
 *
 * @param idleSeconds after which a silent connection is closed
 * @param bodyBytes the largest request body of any path; single paths may allow less
 */
record HubSettings(String host, int port, int threads, int idleSeconds, int bodyBytes, int stopSeconds) {
    static final String PORT_VARIABLE = "SWITCHBOARD_HTTP_PORT";

    private static final Set<String> KNOWN = Set.of(
            "http.host", "http.port", "http.threads.max", "http.idle.seconds", "http.body.bytes", "stop.seconds");

    static HubSettings read(Path file, Map<String, String> environment, Texts texts) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (IllegalArgumentException e) {
                throw new Refusal(Refusal.FAILED, texts.get("settings.broken", file, String.valueOf(e.getMessage())));
            }
        }
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new Refusal(Refusal.FAILED, texts.get("settings.unknown", file, String.join(", ", unknown)));
        }
        Numbers numbers = new Numbers(properties, file.toString(), texts);
        int port = numbers.get("http.port", 8080, 0, 65535);
        String override = environment.getOrDefault(PORT_VARIABLE, "").strip();
        if (!override.isEmpty()) {
            port = numbers.parse(PORT_VARIABLE, override, 0, 65535);
        }
        return new HubSettings(
                properties.getProperty("http.host", "127.0.0.1").strip(),
                port,
                // Jetty keeps some threads for itself; below eight nothing is left for calls.
                numbers.get("http.threads.max", 200, 8, 10_000),
                numbers.get("http.idle.seconds", 60, 1, 3600),
                numbers.get("http.body.bytes", 16 << 20, 1024, 1 << 30),
                numbers.get("stop.seconds", 30, 1, 3600));
    }

    private record Numbers(Properties properties, String source, Texts texts) {
        int get(String key, int otherwise, int least, int most) {
            String text = properties.getProperty(key, "").strip();
            return text.isEmpty() ? otherwise : parse(key, text, least, most);
        }

        int parse(String key, String text, int least, int most) {
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // The same message as for a number out of range.
            }
            String where = key.equals(PORT_VARIABLE) ? key : source + ": " + key;
            throw new Refusal(
                    Refusal.FAILED,
                    texts.get("settings.number", where, text, String.valueOf(least), String.valueOf(most)));
        }
    }
}
