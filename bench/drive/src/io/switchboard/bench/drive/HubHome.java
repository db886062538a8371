package io.switchboard.bench.drive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A home for a hub, made for one benchmark: configured as shipped, but without a limit of calls in reach. */
record HubHome(Path distribution, Path home) {
    static HubHome make(Path distribution, Path home) throws IOException {
        Path etc = Files.createDirectories(home.resolve("etc"));
        try (Stream<Path> shipped = Files.list(distribution.resolve("etc"))) {
            for (Path file : (Iterable<Path>) shipped::iterator) {
                Files.copy(file, etc.resolve(file.getFileName()));
            }
        }
        Files.writeString(
                etc.resolve("io.switchboard.core.cfg"),
                "\ncalls.per.second = 1000000\ncustomer.calls.per.minute = 0\n",
                StandardOpenOption.APPEND);
        return new HubHome(distribution, home);
    }

    /** Starts the hub with the demo's data, as a user would; more variables may be given. */
    ServerProcess start(int port, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SWITCHBOARD_HOME", home.toString());
        environment.put("SWITCHBOARD_HTTP_PORT", Integer.toString(port));
        String script = distribution.resolve("bin/switchboard").toString();
        return ServerProcess.start(List.of(script, "run", "--demo"), environment, home.resolve("console.log"));
    }

    /** The id and the secret of the demo's client, as they are sent: with a colon between. */
    String demoClient() throws IOException {
        String file = Files.readString(home.resolve("run/demo-client.json"));
        return member(file, "client_id") + ":" + member(file, "client_secret");
    }

    /** A member of a small JSON object whose texts have nothing to escape. */
    static String member(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name);
        }
        return found.group(1);
    }
}
