package io.switchboard.deployer.internal.bundles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.deployer.internal.answer.Board;
import io.switchboard.deployer.internal.answer.Reports;
import io.switchboard.deployer.internal.configuration.ConfigurationId;
import io.switchboard.deployer.internal.configuration.ConfigurationTexts;
import io.switchboard.deployer.internal.configuration.Configurations;
import io.switchboard.deployer.internal.configuration.Layers;
import io.switchboard.deployer.internal.trust.Trust;
import io.switchboard.deployer.internal.watch.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A deploy folder on a framework that is none, with a clock that stands. */
abstract class DeployFixture {
    final TestClock clock = new TestClock();
    final FakeInstaller framework = new FakeInstaller();
    FakeTraffic traffic = new FakeTraffic(framework.done);
    final Map<String, Map<String, Object>> configured = new TreeMap<>();
    private final Semaphore gone = new Semaphore(0);
    private final Departures departures = new Departures(new Calls(() -> traffic), Duration.ZERO, this::hasGone);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @SuppressWarnings("NullAway.Init")
    Path deploy;

    @SuppressWarnings("NullAway.Init")
    Board board;

    @SuppressWarnings("NullAway.Init")
    Trust trust;

    @SuppressWarnings("NullAway.Init")
    DeployFolder folder;

    @BeforeEach
    void make() throws IOException {
        deploy = Files.createDirectories(home.resolve("deploy"));
        open();
    }

    @AfterEach
    void close() {
        departures.close();
    }

    private void hasGone() {
        folder.stir();
        gone.release();
    }

    /** As a hub does that starts. */
    final void open() {
        board = new Board(List::of, List::of);
        Reports reports = new Reports(deploy, board);
        trust = new Trust(home.resolve("etc"), home, clock);
        ContentReader reader = new ContentReader(new PrivateCopies(home.resolve("deployed")), trust);
        Calls calls = new Calls(() -> traffic);
        BundledConfigurations bundled = new BundledConfigurations(ConfigurationTexts.plain(), layers());
        folder = new DeployFolder(
                deploy,
                new DeployedFiles(
                        reader,
                        new KeptContents(home.resolve("serving")),
                        framework,
                        calls,
                        departures,
                        bundled,
                        reports,
                        clock),
                trust,
                reports,
                clock);
        trust.onChange(folder::distrust);
    }

    private Layers layers() {
        return new Layers(new Configurations() {
            @Override
            public boolean set(ConfigurationId id, Map<String, Object> values) {
                return !values.equals(configured.put(id.toString(), values));
            }

            @Override
            public void remove(ConfigurationId id) {
                configured.remove(id.toString());
            }
        });
    }

    final void restartCore() {
        traffic = new FakeTraffic(framework.done);
    }

    final void drop(String name, byte[] content) throws IOException {
        write(name, content);
        rest();
    }

    /** By a rename, so that even a file of the same size in the same instant is another one. */
    final void write(String name, byte[] content) throws IOException {
        Path half = Files.write(deploy.resolve(name + ".part"), content);
        Files.move(half, deploy.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    final void delete(String name) throws IOException {
        Files.delete(deploy.resolve(name));
        folder.scan();
        settle();
    }

    final void rest() {
        folder.scan();
        clock.advance(Duration.ofSeconds(10));
        folder.scan();
        settle();
    }

    /** Waits for what has given its calls away, and looks again. */
    final void settle() {
        try {
            while (departures.open() > 0) {
                assertTrue(gone.tryAcquire(20, TimeUnit.SECONDS), "something does not go");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        folder.scan();
    }

    final void assertStatus(String file, String... lines) throws IOException {
        String status = Files.readString(deploy.resolve(file + ".status"));
        for (String line : lines) {
            assertTrue(("\n" + status).contains("\n" + line), status);
        }
    }

    final void assertCopies(int number) throws IOException {
        assertEquals(number, names(home.resolve("deployed")).size(), () -> "private copies");
    }

    static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
