package io.switchboard.deployer.internal.bundles;

import static io.switchboard.deployer.internal.bundles.Jars.bundle;
import static io.switchboard.deployer.internal.bundles.Jars.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What serves in place of a content that does not run, over a restart of the hub. */
class KeptContentsTest extends DeployFixture {
    private void restart() throws IOException {
        framework.uninstallAll();
        configured.clear();
        open();
        framework.early = true;
        folder.scan();
        framework.early = false;
        folder.stir();
        rest();
    }

    private void update(byte[] refused) throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        framework.failing.add("loyalty 2.0.0");
        framework.needs.put("loyalty 3.0.0", "points");
        drop("loyalty.jar", refused);
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
    }

    @Test
    void theOldOneOfAnUpdateThatFailedServesAgain() throws IOException {
        update(bundle("loyalty", "2.0.0"));
        restart();
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        assertStatus("loyalty.jar", "state: failed", "reason: its activator failed", "still running: loyalty 1.0.0");
        restart();
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        assertCopies(1);
    }

    @Test
    void soItDoesForOneThatIsNoBundleAndForOneThatWaits() throws IOException {
        update(new byte[] {1, 2, 3});
        restart();
        assertStatus("loyalty.jar", "state: refused", "still running: loyalty 1.0.0");
        drop("loyalty.jar", bundle("loyalty", "3.0.0"));
        restart();
        assertStatus("loyalty.jar", "state: waiting", "reason: it needs points", "still running: loyalty 1.0.0");
        drop("points.jar", bundle("points", "1.0.0"));
        assertEquals(Set.of("loyalty 3.0.0", "points 1.0.0"), framework.running());
        assertEquals(List.of(), names(home.resolve("serving")));
    }

    @Test
    void theNextOneThatRunsEndsIt() throws IOException {
        update(bundle("loyalty", "2.0.0"));
        assertEquals(List.of("loyalty.jar"), names(home.resolve("serving")));
        drop("loyalty.jar", bundle("loyalty", "4.0.0"));
        assertEquals(List.of(), names(home.resolve("serving")));
        restart();
        assertEquals(Set.of("loyalty 4.0.0"), framework.running());
    }

    @Test
    void anotherOneThatCameWhileNoHubRanTakesOver() throws IOException {
        update(bundle("loyalty", "2.0.0"));
        write("loyalty.jar", bundle("loyalty", "4.0.0"));
        restart();
        assertEquals(Set.of("loyalty 4.0.0"), framework.running());
        assertEquals(List.of(), names(home.resolve("serving")));
    }

    @Test
    void aFileThatWentMeanwhileIsNotRecalled() throws IOException {
        update(bundle("loyalty", "2.0.0"));
        Files.delete(deploy.resolve("loyalty.jar"));
        restart();
        assertEquals(Set.of(), framework.running());
        assertFalse(Files.exists(home.resolve("serving/loyalty.jar")));
    }

    @Test
    void oneThatWasDamagedMeanwhileIsNotTaken() throws IOException {
        update(bundle("loyalty", "2.0.0"));
        framework.failing.clear();
        Files.write(home.resolve("serving/loyalty.jar"), new byte[] {1, 2, 3});
        restart();
        assertEquals(Set.of("loyalty 2.0.0"), framework.running());
    }

    @Test
    void anArchiveComesWithItsConfigurations() throws IOException {
        drop("shop.zip", zip(Map.of("loyalty.jar", bundle("loyalty", "1.0.0"), "shop.cfg", text("url = old"))));
        framework.failing.add("loyalty 2.0.0");
        drop("shop.zip", zip(Map.of("loyalty.jar", bundle("loyalty", "2.0.0"), "shop.cfg", text("url = new"))));
        restart();
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        assertEquals(Map.of("shop", Map.of("url", "old")), configured);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
