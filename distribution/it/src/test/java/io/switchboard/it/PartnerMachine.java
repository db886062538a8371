package io.switchboard.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A partner's machine: an empty folder, Maven, and what is shipped on the path. Its local repository shares with ours whatever is public,
 * so that little is fetched; of our own artifacts it has none, since a partner gets those from the distribution.
 */
final class PartnerMachine {
    private static final long MOST_MINUTES = 8;

    private final Path folder;
    private final Path home;

    private PartnerMachine(Path folder, Path home) {
        this.folder = folder;
        this.home = home;
    }

    /** How a script ended, and all that it said. */
    record Said(int code, String text) {}

    static PartnerMachine in(Path folder) throws IOException {
        Path ours = Path.of(System.getProperty("maven.repository"));
        Path repository = folder.resolve("m2");
        share(ours, repository, "io");
        share(ours.resolve("io"), repository.resolve("io"), "switchboard");

        Path bin = Files.createDirectories(folder.resolve("tools"));
        String options = System.getProperty("partner.maven.options", "");
        Files.writeString(bin.resolve("mvn"), """
                #!/usr/bin/env bash
                exec '%s/bin/mvn' -B %s '-Dmaven.repo.local=%s' "$@"
                """.formatted(System.getProperty("maven.home"), options, repository));
        Files.setPosixFilePermissions(bin.resolve("mvn"), PosixFilePermissions.fromString("rwx------"));
        return new PartnerMachine(folder, Files.createDirectories(folder.resolve("hub")));
    }

    // What is fetched into a folder that is there already stays for the next time.
    private static void share(Path from, Path to, String except) throws IOException {
        Files.createDirectories(from);
        Files.createDirectories(to);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(from)) {
            for (Path each : all) {
                if (Files.isDirectory(each) && !each.endsWith(except)) {
                    Files.createSymbolicLink(to.resolve(each.getFileName()), each);
                }
            }
        }
    }

    /** The home of the hub that its scripts start. */
    Path home() {
        return home;
    }

    /** Runs a script of the shell in a folder of its own; ends it when it takes too long. */
    Said run(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.sh"), script);
        Path out = folder.resolve("script.out");
        ProcessBuilder builder = new ProcessBuilder("bash", file.toString())
                .directory(Files.createDirectories(folder.resolve("work")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        Map<String, String> environment = builder.environment();
        environment.putAll(Map.of(
                "SWITCHBOARD_HOME",
                home.toString(),
                "SWITCHBOARD_HTTP_PORT",
                "0",
                "SWITCHBOARD_CLASS_ARCHIVE",
                "off",
                "XDG_CONFIG_HOME",
                folder.resolve("config").toString(),
                "XDG_CACHE_HOME",
                folder.resolve("cache").toString(),
                "LC_ALL",
                "C.UTF-8"));
        String path = String.join(
                ":",
                folder.resolve("tools").toString(),
                HubProcess.folder().resolve("bin").toString(),
                environment.get("PATH"));
        environment.put("PATH", path);
        // The one of ours would be found first.
        List.of("MAVEN_HOME", "MAVEN_ARGS").forEach(environment::remove);
        Process process = builder.start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Said(process.waitFor(), Files.readString(out, StandardCharsets.UTF_8));
    }

    /** Ends the hub that a script has started, if any. */
    void stopHub() throws IOException, InterruptedException {
        run("switchboard stop");
    }
}
