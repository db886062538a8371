package io.switchboard.deployer.internal.bundles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.deployer.internal.answer.Board;
import io.switchboard.deployer.internal.answer.Reports;
import io.switchboard.deployer.internal.watch.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployFolderTest {
    private final TestClock clock = new TestClock();
    private final FakeInstaller framework = new FakeInstaller();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private Path deploy;

    @SuppressWarnings("NullAway.Init")
    private DeployFolder folder;

    @BeforeEach
    void make() throws IOException {
        deploy = Files.createDirectories(home.resolve("deploy"));
        folder = new DeployFolder(
                deploy, home.resolve("deployed"), framework, new Reports(deploy, new Board(List::of)), clock);
    }

    @Test
    void aJarThatIsDroppedInRuns() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        assertStatus("loyalty.jar", "state: running / 运行中", "bundle: loyalty 1.0.0");
    }

    @Test
    void aFileThatIsStillWrittenIsWaitedFor() throws IOException {
        byte[] whole = bundle("loyalty", "1.0.0");
        write("loyalty.jar", Arrays.copyOf(whole, whole.length / 2));
        folder.scan();
        clock.advance(Duration.ofMillis(400));
        write("loyalty.jar", whole);
        Duration next = folder.scan();
        assertEquals(0, framework.installed());
        assertFalse(Files.exists(deploy.resolve("loyalty.jar.status")));
        assertTrue(next.compareTo(DeployFolder.REST) <= 0, "comes back soon");
        rest();
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
    }

    @Test
    void aJarThatIsRemovedGoesWithAllItsTraces() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        Files.delete(deploy.resolve("loyalty.jar"));
        folder.scan();
        assertEquals(0, framework.installed());
        assertEquals(List.of(), names(deploy));
        assertEquals(List.of(), names(home.resolve("deployed")));
    }

    @Test
    void anOverwrittenJarIsReplacedAlsoByTheSameVersion() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        drop("loyalty.jar", bundle("loyalty", "2.0.0"));
        assertEquals(Set.of("loyalty 2.0.0"), framework.running());
        drop("loyalty.jar", bundle("loyalty", "2.0.0"));
        assertEquals(Set.of("loyalty 2.0.0"), framework.running());
        assertEquals(1, framework.installed());
        assertEquals(1, names(home.resolve("deployed")).size());
    }

    @Test
    void connectorsThatAreNotOfferedAreNamedWithTheirMistakes() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        rest();
        framework.shortcomings.addAll(List.of("loyalty.v1:", "  - Loyalty.get(): has no scope"));
        rest();
        assertStatus("loyalty.jar", "state: faulty / 有误", "bundle: loyalty 1.0.0", "    - Loyalty.get(): has no scope");
        framework.shortcomings.clear();
        rest();
        assertStatus("loyalty.jar", "state: running / 运行中");
    }

    @Test
    void whatIsNotABundleIsRefusedAndSaidWhy() throws IOException {
        drop("plain.jar", jar(new Manifest()));
        assertStatus("plain.jar", "state: refused / 已拒绝", "reason: it is a plain jar, not a bundle");
        byte[] whole = bundle("loyalty", "1.0.0");
        drop("half.jar", Arrays.copyOf(whole, whole.length - 30));
        assertStatus("half.jar", "reason: it is not a whole jar", "原因: 不是完整的 jar");
        drop("version.jar", bundle("loyalty", "one"));
        assertStatus("version.jar", "reason: its Bundle-Version is not a version");
        assertEquals(0, framework.installed());
    }

    @Test
    void damageInTheMiddleIsFound() throws IOException {
        byte[] whole = bundle("loyalty", "1.0.0");
        int content = new String(whole, StandardCharsets.ISO_8859_1).indexOf("plain content");
        whole[content] ^= 1;
        drop("loyalty.jar", whole);
        assertStatus("loyalty.jar", "reason: it is not a whole jar");
    }

    @Test
    void aBrokenUpdateLeavesTheOldOneRunning() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        drop("loyalty.jar", new byte[] {1, 2, 3});
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        assertStatus("loyalty.jar", "state: refused", "still running: loyalty 1.0.0", "仍在运行: loyalty 1.0.0");
        framework.failing.add("loyalty 2.0.0");
        drop("loyalty.jar", bundle("loyalty", "2.0.0"));
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        assertStatus("loyalty.jar", "state: failed", "reason: its activator failed", "still running: loyalty 1.0.0");
        framework.needs.put("loyalty 3.0.0", "points");
        drop("loyalty.jar", bundle("loyalty", "3.0.0"));
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        assertStatus("loyalty.jar", "state: waiting", "reason: it needs points", "still running: loyalty 1.0.0");
        drop("points.jar", bundle("points", "1.0.0"));
        assertEquals(Set.of("loyalty 3.0.0", "points 1.0.0"), framework.running());
        assertStatus("loyalty.jar", "state: running", "bundle: loyalty 3.0.0");
    }

    @Test
    void whatWaitsStartsWhenWhatItNeedsComesAndWaitsAgainWhenThatGoes() throws IOException {
        framework.needs.put("a 1.0.0", "b");
        framework.needs.put("b 1.0.0", "c");
        drop("a.jar", bundle("a", "1.0.0"));
        drop("b.jar", bundle("b", "1.0.0"));
        assertStatus("a.jar", "state: running");
        assertStatus("b.jar", "state: waiting / 等待中", "reason: it needs c");
        drop("c.jar", bundle("c", "1.0.0"));
        assertEquals(Set.of("a 1.0.0", "b 1.0.0", "c 1.0.0"), framework.running());
        Files.delete(deploy.resolve("c.jar"));
        folder.scan();
        assertStatus("b.jar", "state: waiting");
        drop("c.jar", bundle("c", "1.0.0"));
        assertStatus("b.jar", "state: running");
    }

    @Test
    void aRenamedFileIsNotInItsOwnWay() throws IOException {
        drop("a.jar", bundle("loyalty", "1.0.0"));
        Files.move(deploy.resolve("a.jar"), deploy.resolve("b.jar"));
        rest();
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        assertEquals(List.of("b.jar", "b.jar.status"), names(deploy));
    }

    @Test
    void theSameBundleTwiceIsRefusedAndNamesTheOther() throws IOException {
        drop("a.jar", bundle("loyalty", "1.0.0"));
        drop("b.jar", bundle("loyalty", "1.0.0"));
        assertStatus("b.jar", "reason: the same bundle, loyalty 1.0.0, is already there as a.jar");
        drop("b.jar", bundle("loyalty", "2.0.0"));
        assertEquals(Set.of("loyalty 1.0.0", "loyalty 2.0.0"), framework.running());
    }

    @Test
    void bundlesOfThePlatformAreRefused() throws IOException {
        framework.platform.add("io.switchboard.core");
        drop("core.jar", bundle("io.switchboard.core", "9.0.0"));
        assertStatus("core.jar", "state: refused", "reason: of the platform");
        assertEquals(List.of(), names(home.resolve("deployed")));
    }

    @Test
    void filesWithOtherNamesAreLeftAlone() throws IOException {
        for (String name : List.of("a.jar.tmp", "b.jar.part", ".c.jar", "d.zip")) {
            drop(name, bundle("loyalty", "1.0.0"));
        }
        assertEquals(0, framework.installed());
    }

    @Test
    void earlyInTheStartOfTheHubItIsOnlyAnnounced() throws IOException {
        framework.early = true;
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        assertStatus("loyalty.jar", "state: starting / 启动中");
        framework.early = false;
        folder.recheck();
        assertStatus("loyalty.jar", "state: running");
    }

    @Test
    void answersToFilesThatAreGoneGo() throws IOException {
        Files.writeString(deploy.resolve("old.jar.status"), "state: running\n");
        folder.scan();
        assertEquals(List.of(), names(deploy));
    }

    private void drop(String name, byte[] content) throws IOException {
        write(name, content);
        rest();
    }

    // By a rename, so that even a file of the same size in the same instant is another one.
    private void write(String name, byte[] content) throws IOException {
        Path half = Files.write(deploy.resolve(name + ".part"), content);
        Files.move(half, deploy.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        if (name.endsWith(".part")) {
            Files.deleteIfExists(half);
        }
    }

    private void rest() {
        folder.scan();
        clock.advance(Duration.ofSeconds(10));
        folder.scan();
    }

    private void assertStatus(String file, String... lines) throws IOException {
        String status = Files.readString(deploy.resolve(file + ".status"));
        for (String line : lines) {
            assertTrue(("\n" + status).contains("\n" + line), status);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] bundle(String name, String version) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name + ";singleton:=false");
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        return jar(manifest);
    }

    private static byte[] jar(Manifest manifest) throws IOException {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            ZipEntry entry = new ZipEntry("content");
            byte[] content = "plain content".getBytes(StandardCharsets.UTF_8);
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            out.putNextEntry(entry);
            out.write(content);
            out.closeEntry();
        }
        return bytes.toByteArray();
    }
}
