package io.switchboard.bench.drive;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server with a folder into which bundles are dropped, and a client that keeps its connection. Not safe for use from many threads. */
final class DropTarget {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int GOOD = 200;

    private final String name;
    private final String base;
    private final Path deploy;
    private final Path staging;
    private final String token;
    private final ProbeJar probe;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private int failed;

    /** A token that is empty is not sent. */
    DropTarget(String name, String base, Path home, String token, ProbeJar probe) throws IOException {
        this.name = name;
        this.base = base;
        this.deploy = home.resolve("deploy");
        this.staging = Files.createDirectories(home.resolve("staging"));
        this.token = token;
        this.probe = probe;
    }

    String name() {
        return name;
    }

    /** How many calls did not succeed since the last time this was asked. */
    int failed() {
        int count = failed;
        failed = 0;
        return count;
    }

    Path stage(int number, int version) throws IOException {
        return probe.write(staging.resolve(ProbeJar.name(number) + ".jar"), number, version);
    }

    void drop(Path staged) throws IOException {
        Files.move(
                staged,
                deploy.resolve(staged.getFileName()),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** From the rename to the first answer of that version, in milliseconds. */
    double dropAndCall(int number, int version) throws IOException, InterruptedException {
        Path staged = stage(number, version);
        long before = System.nanoTime();
        drop(staged);
        awaitVersion(number, version);
        return (System.nanoTime() - before) / 1e6;
    }

    void awaitVersion(int number, int version) throws IOException, InterruptedException {
        String expected = ProbeJar.version(version);
        await(
                number,
                response -> response.statusCode() == GOOD && response.body().contains(expected));
    }

    /** Takes it away, and waits until it is gone. */
    void remove(int number) throws IOException, InterruptedException {
        Files.delete(deploy.resolve(ProbeJar.name(number) + ".jar"));
        await(number, response -> response.statusCode() != GOOD);
    }

    private interface Wanted {
        boolean is(HttpResponse<String> response);
    }

    private void await(int number, Wanted wanted) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + ProbeJar.path(number)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpRequest get = request.timeout(Duration.ofSeconds(30)).build();
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            HttpResponse<String> response = http.send(get, BodyHandlers.ofString());
            if (wanted.is(response)) {
                return;
            }
            if (response.statusCode() != GOOD) {
                failed++;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        name + " still answers " + response.statusCode() + ": " + response.body());
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
