package io.switchboard.bench.drive;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A hub with systems behind it: one that is slow, and where there is one a real Redmine. */
record BackendHub(ServerProcess process, HubHome home, int port) implements AutoCloseable {
    static final int PERMITS = 256;
    private static final String TICKETS = "/api/ticket/v1/customers/C-1003/tickets";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Starts one; it is ready when it is ready. The bundles are those beside its distribution, and the slow system's. */
    static BackendHub start(Options options, Path java, Path folder, SlowServer slow)
            throws IOException, InterruptedException {
        HubHome home = HubHome.make(options.path("hub"), folder);
        Path etc = folder.resolve("etc");
        append(etc.resolve("io.switchboard.core.cfg"), "permits.connector = " + PERMITS + "\n");
        if (version(java) >= 24) {
            // A call that waits holds no thread there, so there may be more of them. On others all stays as it is
            // shipped.
            append(etc.resolve("io.switchboard.core.cfg"), "permits.total = 600\n");
            append(etc.resolve("hub.properties"), "\nhttp.threads.max = 700\n");
        }
        Path deploy = Files.createDirectories(folder.resolve("deploy"));
        Files.copy(options.path("slow"), deploy.resolve("slow.jar"));
        Files.writeString(etc.resolve("slow.cfg"), "endpoints = " + slow.address() + "\npermits = " + PERMITS + "\n");
        int port = ServerProcess.freePort();
        ServerProcess process = home.start(port, Map.of("JAVA_HOME", java.toString()));
        process.awaitReady(port, "/health/ready");
        return new BackendHub(process, home, port);
    }

    /** The feature version of a Java home, as its {@code release} file has it. */
    static int version(Path java) throws IOException {
        for (String line : Files.readAllLines(java.resolve("release"))) {
            if (line.startsWith("JAVA_VERSION=")) {
                return Integer.parseInt(line.replaceAll("[^0-9]*([0-9]+).*", "$1"));
            }
        }
        throw new IOException(java + " is no Java");
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    /** A chatbot's token, of an hour as all of them. */
    String chatbot() throws IOException, InterruptedException {
        return new HubClient().token(base(), home.demoClient());
    }

    String administrator() throws IOException, InterruptedException {
        String file = Files.readString(home.home().resolve("run/admin.json"));
        return new HubClient()
                .token(base(), HubHome.member(file, "client_id") + ":" + HubHome.member(file, "client_secret"));
    }

    /** A request of the hub; the path is without the address. */
    HttpRequest get(String path, String token) {
        return HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    void awaitAnswer(String path, String token) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (HTTP.send(get(path, token), BodyHandlers.discarding()).statusCode() != 200) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(path + " does not answer");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Keeps tickets in a Redmine from now on, as an operator does it, and makes one there; its path below the hub's address. */
    String ticketIn(Map<String, String> redmine, Path optional) throws IOException, InterruptedException {
        Path etc = home.home().resolve("etc");
        try (DirectoryStream<Path> bundles =
                Files.newDirectoryStream(optional, "io.switchboard.ticket.redmine-*.jar")) {
            for (Path each : bundles) {
                Files.copy(each, home.home().resolve("deploy").resolve(each.getFileName()));
            }
        }
        // Nobody listens to events here, and what the poller asks would come between.
        Files.writeString(
                etc.resolve("io.switchboard.ticket.redmine~redmine.cfg"),
                String.join(
                        "\n",
                        List.of(
                                "endpoints = " + redmine.get("address"),
                                ".key = " + redmine.get("key"),
                                "project = " + redmine.get("project"),
                                "poll.millis = 0",
                                "")));
        Files.writeString(etc.resolve("io.switchboard.ticket.cfg"), "instance = redmine\n");
        String token = chatbot();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (true) {
            String made = create(token);
            if (made.contains("\"redmine~")) {
                return TICKETS + "/" + HubHome.member(made, "id");
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no tickets in Redmine: " + made);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private String create(String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base() + TICKETS))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"kind\":\"DELIVERY\",\"subject\":\"Where is it?\",\"text\":\"包裹三天没有动静。\"}"))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        process.close();
    }
}
