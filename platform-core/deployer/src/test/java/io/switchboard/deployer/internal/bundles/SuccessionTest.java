package io.switchboard.deployer.internal.bundles;

import static io.switchboard.deployer.internal.bundles.Jars.bundle;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How one version takes over from another. */
class SuccessionTest extends DeployFixture {

    @Test
    void theNewOneIsHeldStartedAndAdmittedBeforeTheOldOneStops() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        framework.done.clear();
        drop("loyalty.jar", bundle("loyalty", "2.0.0"));
        long fresh = framework.id("loyalty 2.0.0");
        assertEquals(
                List.of(
                        "hold " + fresh,
                        "hide [" + fresh + "]",
                        "start loyalty 2.0.0",
                        "admit " + fresh,
                        "stop loyalty 1.0.0"),
                framework.done);
        assertCopies(1);
    }

    @Test
    void whatOthersUseIsShownToThemWhenItHasProvedItself() throws IOException {
        drop("crm.jar", bundle("crm", "1.0.0"));
        framework.offering.add("crm 2.0.0");
        framework.unwell.add("crm 2.0.0");
        framework.done.clear();
        drop("crm.jar", bundle("crm", "2.0.0"));
        long fresh = framework.id("crm 2.0.0");
        assertEquals(Set.of(fresh), framework.hidden);
        framework.unwell.clear();
        folder.scan();
        settle();
        assertEquals(Set.of(), framework.hidden);
        assertEquals(
                List.of(
                        "hold " + fresh,
                        "hide [" + fresh + "]",
                        "start crm 2.0.0",
                        "stop crm 2.0.0",
                        "start crm 2.0.0",
                        "admit " + fresh,
                        "stop crm 1.0.0"),
                framework.done);
    }

    @Test
    void whatIsHeldStaysSoWhenCoreStartsAnew() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        framework.unwell.add("loyalty 2.0.0");
        drop("loyalty.jar", bundle("loyalty", "2.0.0"));
        long fresh = framework.id("loyalty 2.0.0");
        framework.done.clear();
        restartCore();
        folder.scan();
        assertEquals(
                List.of("stop loyalty 2.0.0", "hold " + fresh, "hide [" + fresh + "]", "start loyalty 2.0.0"),
                framework.done);
        assertEquals(Set.of(fresh), traffic.held);
        framework.unwell.clear();
        folder.scan();
        settle();
        assertEquals(Set.of("loyalty 2.0.0"), framework.running());
    }

    @Test
    void theOldOneStaysUntilTheCallsHaveEndedAndOthersAreNotKeptWaiting() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        traffic.keepCallsUnderWay();
        write("loyalty.jar", bundle("loyalty", "2.0.0"));
        folder.scan();
        assertStatus("loyalty.jar", "state: running", "bundle: loyalty 2.0.0");
        write("points.jar", bundle("points", "1.0.0"));
        folder.scan();
        assertStatus("points.jar", "state: running");
        assertEquals(Set.of("loyalty 1.0.0", "loyalty 2.0.0", "points 1.0.0"), framework.running());
        traffic.callsEnd.release();
        settle();
        assertEquals(Set.of("loyalty 2.0.0", "points 1.0.0"), framework.running());
    }

    @Test
    void anOlderVersionThatIsPutBackAndARebuiltOneTakeOverInTheSameWay() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "2.0.0"));
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        long before = framework.id("loyalty 1.0.0");
        drop("loyalty.jar", bundle("loyalty", "1.0.0", "rebuilt"));
        long after = framework.id("loyalty 1.0.0");
        assertTrue(after > before, "another bundle");
        assertEquals(1, framework.installed());
    }

    @Test
    void theSameContentAgainIsNoUpdateButAnsweredFor() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        String before = Files.readString(deploy.resolve("loyalty.jar.status"));
        framework.done.clear();
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        assertEquals(List.of(), framework.done);
        assertTrue(!before.equals(Files.readString(deploy.resolve("loyalty.jar.status"))), "its time is another");
        assertCopies(1);
    }

    @Test
    void aNewOneWithMistakesGoesAndTheOldOneHasNotNoticed() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        framework.done.clear();
        traffic.mistakes.put(framework.id("loyalty 1.0.0") + 1, List.of("loyalty.v1:", "  - breaks the contract"));
        drop("loyalty.jar", bundle("loyalty", "2.0.0"));
        assertStatus("loyalty.jar", "state: refused", "    - breaks the contract", "still running: loyalty 1.0.0");
        assertEquals(Set.of("loyalty 1.0.0"), framework.running());
        assertTrue(framework.done.stream().noneMatch(step -> step.startsWith("admit")), framework.done::toString);
        assertEquals(1, framework.installed());
        assertCopies(1);
    }

    @Test
    void aNewOneThatLacksSomethingWaitsBesideTheOldOne() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        framework.unwell.add("loyalty 2.0.0");
        drop("loyalty.jar", bundle("loyalty", "2.0.0"));
        assertStatus(
                "loyalty.jar",
                "state: waiting",
                "reason: it needs the configuration x",
                "still running: loyalty 1.0.0");
        framework.unwell.clear();
        folder.scan();
        settle();
        assertStatus("loyalty.jar", "state: running", "bundle: loyalty 2.0.0");
        assertEquals(Set.of("loyalty 2.0.0"), framework.running());
    }

    @Test
    void whatWasRefusedIsTriedAgainWhenTheHubMayThinkOtherwise() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        long fresh = framework.id("loyalty 1.0.0") + 1;
        traffic.mistakes.put(fresh, List.of("loyalty.v1:", "  - it breaks those who call loyalty.v1"));
        drop("loyalty.jar", bundle("loyalty", "2.0.0"));
        assertStatus("loyalty.jar", "state: refused", "still running: loyalty 1.0.0");
        rest();
        assertStatus("loyalty.jar", "state: refused");
        traffic.rules++;
        folder.scan();
        settle();
        assertStatus("loyalty.jar", "state: running", "bundle: loyalty 2.0.0");
        assertEquals(Set.of("loyalty 2.0.0"), framework.running());
    }

    @Test
    void whatFailedIsTriedAgainWhenTheStoreIsBack() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        framework.broken.addAll(List.of("loyalty 2.0.0", "stamps 1.0.0"));
        drop("loyalty.jar", bundle("loyalty", "2.0.0"));
        drop("stamps.jar", bundle("stamps", "1.0.0"));
        assertStatus("loyalty.jar", "state: failed", "still running: loyalty 1.0.0");
        assertStatus("stamps.jar", "state: failed");
        framework.broken.clear();
        rest();
        assertStatus("loyalty.jar", "state: failed");
        folder.storeIsBack();
        folder.scan();
        settle();
        assertStatus("loyalty.jar", "state: running", "bundle: loyalty 2.0.0");
        assertStatus("stamps.jar", "state: running");
        assertEquals(Set.of("loyalty 2.0.0", "stamps 1.0.0"), framework.running());
    }

    @Test
    void aNewOneWhoseOwnHealthCheckIsNotContentWaits() throws IOException {
        drop("loyalty.jar", bundle("loyalty", "1.0.0"));
        long fresh = framework.id("loyalty 1.0.0") + 1;
        traffic.ailments.put(fresh, List.of("loyalty: no connection"));
        drop("loyalty.jar", bundle("loyalty", "2.0.0"));
        assertStatus("loyalty.jar", "state: waiting", "reason: its own health check says: loyalty: no connection");
        traffic.ailments.clear();
        folder.scan();
        settle();
        assertEquals(Set.of("loyalty 2.0.0"), framework.running());
    }

    @Test
    void aRenamedFileGoesOnServing() throws IOException {
        drop("a.jar", bundle("loyalty", "1.0.0"));
        framework.done.clear();
        Files.move(deploy.resolve("a.jar"), deploy.resolve("b.jar"));
        rest();
        assertEquals(List.of(), framework.done);
        assertStatus("b.jar", "state: running", "bundle: loyalty 1.0.0");
        assertEquals(List.of("b.jar", "b.jar.status"), names(deploy));
    }

    @Test
    void aFileOfAnotherNameWithTheNextVersionTakesOverFromTheOneThatWent() throws IOException {
        drop("loyalty-1.jar", bundle("loyalty", "1.0.0"));
        framework.done.clear();
        write("loyalty-2.jar", bundle("loyalty", "2.0.0"));
        Files.delete(deploy.resolve("loyalty-1.jar"));
        folder.scan();
        settle();
        long fresh = framework.id("loyalty 2.0.0");
        assertEquals(
                List.of(
                        "hold " + fresh,
                        "hide [" + fresh + "]",
                        "start loyalty 2.0.0",
                        "admit " + fresh,
                        "stop loyalty 1.0.0"),
                framework.done);
    }

    @Test
    void theSecondFileWithABundleComesUpWhenTheFirstGoes() throws IOException {
        drop("a.jar", bundle("loyalty", "1.0.0"));
        drop("b.jar", bundle("loyalty", "1.0.0", "another"));
        assertStatus("b.jar", "state: refused", "reason: the same bundle, loyalty 1.0.0, is already there as a.jar");
        framework.done.clear();
        delete("a.jar");
        long fresh = framework.id("loyalty 1.0.0");
        assertEquals(
                List.of(
                        "hold " + fresh,
                        "hide [" + fresh + "]",
                        "start loyalty 1.0.0",
                        "admit " + fresh,
                        "stop loyalty 1.0.0"),
                framework.done);
        assertStatus("b.jar", "state: running");
    }

    @Test
    void aBundleOfTheHubRestsWhileAnotherOneIsThereAndComesBack() throws IOException {
        framework.own("security", "1.0.0");
        long own = framework.id("security 1.0.0");
        drop("security.jar", bundle("security", "1.1.0"));
        long fresh = framework.id("security 1.1.0");
        assertEquals(Set.of("security 1.1.0"), framework.running());
        framework.done.clear();
        delete("security.jar");
        assertEquals(
                List.of("hold " + own, "start security 1.0.0", "admit " + own, "stop security 1.1.0"), framework.done);
        assertTrue(fresh > own, "two bundles");
    }

    @Test
    void aBundleOfTheHubStaysWhenTheOtherOneGoesBeforeCallsHaveEnded() throws IOException {
        framework.own("security", "1.0.0");
        traffic.keepCallsUnderWay();
        write("security.jar", bundle("security", "1.1.0"));
        folder.scan();
        assertEquals(Set.of("security 1.0.0", "security 1.1.0"), framework.running());
        Files.delete(deploy.resolve("security.jar"));
        folder.scan();
        traffic.callsEnd.release(2);
        settle();
        assertEquals(Set.of("security 1.0.0"), framework.running());
        assertEquals(
                "admit " + framework.id("security 1.0.0"),
                framework.done.stream().filter(step -> step.startsWith("admit")).reduce("", (before, last) -> last));
    }

    @Test
    void aBundleOfTheHubGoesOnWhenTheOtherOneIsBroken() throws IOException {
        framework.own("security", "1.0.0");
        framework.failing.add("security 1.1.0");
        drop("security.jar", bundle("security", "1.1.0"));
        assertStatus("security.jar", "state: failed");
        assertEquals(Set.of("security 1.0.0"), framework.running());
    }

    @Test
    void whatCarriesOthersIsReplacedAsAGroupAndPutBack() throws IOException {
        framework.own("api", "1.0.0");
        framework.carriers.add("api 1.0.0");
        framework.failing.add("api 2.0.0");
        drop("api.jar", bundle("api", "2.0.0"));
        assertStatus("api.jar", "state: failed", "reason: the group does not start");
        assertEquals(Set.of("api 1.0.0"), framework.running());
        framework.carriers.add("api 3.0.0");
        drop("api.jar", bundle("api", "3.0.0"));
        assertStatus("api.jar", "state: running", "bundle: api 3.0.0");
        assertEquals(Set.of("api 3.0.0"), framework.running());
        delete("api.jar");
        assertEquals(Set.of("api 1.0.0"), framework.running());
        assertCopies(0);
    }
}
