package io.switchboard.deployer.internal.bundles;

import static io.switchboard.deployer.internal.bundles.Jars.bundle;
import static io.switchboard.deployer.internal.bundles.Jars.jar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

class DeployFolderTest extends DeployFixture {
    @Test
    void aJarThatIsDroppedInRuns() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        assertStatus("loyalty.jar", "state: running / 运行中", "bundle: loyalty 1.0.0");
    }

    @Test
    void aFileThatIsStillWrittenIsWaitedForAndTakenAtOnceWhenItIsWhole() throws IOException {
        byte[] whole = bundle("loyalty", "1.0.0");
        write("loyalty.jar", Arrays.copyOf(whole, whole.length / 2));
        Duration next = folder.scan();
        assertEquals(0, framework.installed());
        assertFalse(Files.exists(deploy.resolve("loyalty.jar.status")));
        assertTrue(next.compareTo(DeployFolder.REST) <= 0, "comes back soon");
        write("loyalty.jar", whole);
        folder.scan();
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
    }

    @Test
    void oneThatOnlySeemsWholeIsWaitedFor() throws IOException {
        byte[] whole = bundle("loyalty", "1.0.0");
        byte[] holed = whole.clone();
        int content = new String(whole, StandardCharsets.ISO_8859_1).indexOf("plain content");
        Arrays.fill(holed, content, content + 5, (byte) 0);
        write("loyalty.jar", holed);
        folder.scan();
        assertFalse(Files.exists(deploy.resolve("loyalty.jar.status")));
        write("loyalty.jar", whole);
        folder.scan();
        assertStatus("loyalty.jar", "state: running");
    }

    @Test
    void aFileThatCannotBeCopiedIsTriedAgain() throws IOException {
        Path copies = home.resolve("deployed");
        Files.delete(copies);
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        assertStatus("loyalty.jar", "state: waiting", "reason: it cannot be copied yet");
        Files.createDirectory(copies);
        folder.scan();
        assertStatus("loyalty.jar", "state: running");
    }

    @Test
    void anUpdateThatCannotBeCopiedIsSaidToWaitWhileTheOldOneServes() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        Path copies = home.resolve("deployed");
        Files.move(copies, home.resolve("away"));
        drop("loyalty.jar", bundle("loyalty", "2.0.0"));
        assertStatus(
                "loyalty.jar", "state: waiting", "reason: it cannot be copied yet", "still running: loyalty 1.0.0");
        Files.move(home.resolve("away"), copies);
        folder.scan();
        settle();
        assertStatus("loyalty.jar", "state: running", "bundle: loyalty 2.0.0");
        assertEquals(Set.of("loyalty 2.0.0"), framework.running());
    }

    @Test
    void aHubThatWasKilledBeginsWithTheFolderAsItIs() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        Files.writeString(home.resolve("deployed/7-half.jar"), "half a copy");
        Files.writeString(deploy.resolve("gone.jar.status"), "state: running\n");
        framework.uninstall(List.of(framework.id("loyalty 1.0.0")));
        open();
        rest();
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        assertEquals(List.of("loyalty.jar", "loyalty.jar.status"), names(deploy));
        assertCopies(1);
    }

    @Test
    void aJarThatIsRemovedGoesWithAllItsTraces() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        delete("loyalty.jar");
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
        long id = framework.id("loyalty 1.0.0");
        traffic.mistakes.put(id, List.of("loyalty.v1:", "  - Loyalty.get(): has no scope"));
        rest();
        assertStatus("loyalty.jar", "state: faulty / 有误", "bundle: loyalty 1.0.0", "    - Loyalty.get(): has no scope");
        traffic.mistakes.clear();
        rest();
        assertStatus("loyalty.jar", "state: running / 运行中");
    }

    @Test
    void whatIsNotABundleIsRefusedAndSaidWhy() throws IOException {
        drop("plain.jar", jar(new Manifest(), ""));
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
    void aFirstDeploymentThatFailsRunsNothingEarlierAndIsWellWhenItsSettingsAre() throws IOException {
        framework.broken.add("loyalty 1.0.0");
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        assertStatus("loyalty.jar", "state: failed", "bundle: loyalty 1.0.0", "reason: it failed as it was made");
        assertEquals(List.of(), board.current().get(0).stillRunning());
        framework.broken.clear();
        rest();
        assertStatus("loyalty.jar", "state: running");
    }

    @Test
    void whatFailsWhileItServesIsLookedAtAgain() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        framework.broken.add("loyalty 1.0.0");
        rest();
        assertStatus("loyalty.jar", "state: failed", "reason: it failed as it was made");
        assertEquals(List.of(), board.current().get(0).stillRunning());
        framework.broken.clear();
        rest();
        assertStatus("loyalty.jar", "state: running");
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
        delete("c.jar");
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
        for (String name : List.of("a.jar.tmp", "b.jar.part", ".c.jar", "d.txt")) {
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
        folder.stir();
        folder.scan();
        assertStatus("loyalty.jar", "state: running");
    }

    @Test
    void answersToFilesThatAreGoneGo() throws IOException {
        Files.writeString(deploy.resolve("old.jar.status"), "state: running\n");
        folder.scan();
        assertEquals(List.of(), names(deploy));
    }
}
