package io.switchboard.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleException;

/** {@code java -jar lib/launcher.jar [--demo]}: runs a hub in the foreground until it is told to stop. */
public final class Main {
    /** What the process ends with; a signal ends a hub well, so it stays 0 unless something was refused. */
    private static volatile int exitCode;

    private Main() {}

    public static void main(String[] arguments) {
        Texts texts = Texts.ofProcess();
        try {
            run(List.of(arguments), texts);
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            exitCode = e.exitCode();
        } catch (Exception e) {
            System.err.println(texts.get("start.failed", e.toString()));
            e.printStackTrace();
            exitCode = Refusal.FAILED;
        }
        System.exit(exitCode);
    }

    private static void run(List<String> arguments, Texts texts)
            throws IOException, BundleException, InterruptedException, URISyntaxException {
        if (arguments.stream().anyMatch(argument -> !argument.equals("--demo"))) {
            throw new Refusal(Refusal.USAGE, texts.get("usage"));
        }
        Path launcher = launcher();
        Path distribution = distribution(launcher);
        String root = System.getenv().getOrDefault("SWITCHBOARD_HOME", "");
        Home home = new Home(
                distribution,
                root.isEmpty() ? distribution : Path.of(root).toAbsolutePath().normalize());
        home.prepare();
        HubLock lock = HubLock.tryTake(home.run().resolve("hub.lock"));
        if (lock == null) {
            throw new Refusal(Refusal.ALREADY_RUNNING, texts.get("start.locked", home.root()));
        }
        LogSetup log = new LogSetup(home).begin();
        HubSettings settings = HubSettings.read(home.etc().resolve("hub.properties"), System.getenv(), texts);
        StatusFile status = new StatusFile(
                home.run().resolve("hub.json"),
                ProcessHandle.current().pid(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        Platform platform = new Platform(
                new FrameworkFactory(),
                ClassPathBundles.of(classPath(launcher)),
                FrameworkProperties.of(home, settings, arguments.contains("--demo")));
        Hub hub = new Hub(home, lock, settings, status, platform, log, texts, System.out);
        hub.refuseUsedPort();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(hub), "hub-stop"));
        hub.start();
        platform.awaitStop();
    }

    private static void stop(Hub hub) {
        boolean inTime = hub.stop();
        // A process ended by a signal answers 143, however well it ended; scripts and systemd want 0.
        Runtime.getRuntime().halt(inTime ? exitCode : Refusal.FAILED);
    }

    private static Path launcher() throws URISyntaxException {
        return Path.of(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toAbsolutePath();
    }

    // The launcher lies in lib/ of the distribution.
    private static Path distribution(Path launcher) {
        Path lib = launcher.getParent();
        if (lib == null || lib.getParent() == null) {
            throw new IllegalStateException("not in a distribution: " + launcher);
        }
        return lib.getParent();
    }

    private static List<Path> classPath(Path launcher) throws IOException {
        try (JarFile jar = new JarFile(launcher.toFile())) {
            String names = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return Arrays.stream(names.split(" ", -1))
                    .map(launcher::resolveSibling)
                    .toList();
        }
    }
}
