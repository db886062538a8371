package io.switchboard.deployer.internal.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.deployer.WithheldFile;
import io.switchboard.deployer.internal.watch.FolderWatch;
import io.switchboard.deployer.internal.watch.TestClock;
import io.switchboard.secrets.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFolderTest {
    private final TestClock clock = new TestClock();
    private final List<String> told = new ArrayList<>();
    private final Withheld withheld = new Withheld();
    private boolean admitted = true;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private Path etc;

    @SuppressWarnings("NullAway.Init")
    private SecretStore secrets;

    @SuppressWarnings("NullAway.Init")
    private ConfigurationFolder folder;

    @BeforeEach
    void make() throws IOException {
        etc = Files.createDirectory(home.resolve("etc"));
        secrets = new SecretStore(home.resolve("data"), InstantSource.system());
        folder = new ConfigurationFolder(
                etc,
                () -> admitted,
                new ConfigurationText(new References(
                        name -> secrets.value(name).orElse(null), Map.of("PORT", "25")::get, name -> null)),
                new Told(),
                new Held(),
                Opinions.NONE,
                withheld,
                "",
                List.of(secrets.file(), secrets.keyFile()),
                Listener.NOBODY,
                clock);
    }

    @Test
    void theFirstLoadTakesEverythingAsItStands() throws IOException {
        write("a.cfg", "x = $[env:PORT]");
        write("b~one.cfg", "y = 2");
        write("logback.xml", "<configuration/>");
        write("hub.properties", "http.port = 1");
        folder.load();
        assertEquals(List.of("a {x=25}", "b~one {y=2}"), told);
        assertEquals(List.of(), withheld.files());
    }

    @Test
    void aFolderThatIsNotAdmittedIsAnEmptyOne() throws IOException {
        write("a.cfg", "x = 1");
        folder.load();
        admitted = false;
        write("b.cfg", "$[");
        rest();
        assertEquals(List.of("a {x=1}", "a removed"), told);
        assertEquals(List.of(), withheld.files());
        admitted = true;
        Files.delete(etc.resolve("b.cfg"));
        rest();
        assertEquals(List.of("a {x=1}", "a removed", "a {x=1}"), told);
    }

    @Test
    void aChangeIsTakenWhenItHasComeToRest() throws IOException {
        write("a.cfg", "x = 1");
        folder.load();
        write("a.cfg", "x = 22");
        clock.advance(ConfigurationFolder.REST.dividedBy(2));
        folder.scan();
        assertEquals(List.of("a {x=1}"), told);
        rest();
        assertEquals(List.of("a {x=1}", "a {x=22}"), told);
    }

    @Test
    void nothingHappensWhenNothingChanged() throws IOException {
        write("a.cfg", "x = 1");
        folder.load();
        rest();
        assertEquals(FolderWatch.SLOW, folder.scan());
        assertEquals(List.of("a {x=1}"), told);
    }

    @Test
    void aMistakeLeavesTheConfigurationBeforeIt() throws IOException {
        write("a.cfg", "x = 1");
        folder.load();
        write("a.cfg", "x = $[env");
        rest();
        assertEquals(List.of("a {x=1}"), told);
        assertEquals(List.of(), withheld.files());
        write("a.cfg", "x = 333");
        rest();
        assertEquals(List.of("a {x=1}", "a {x=333}"), told);
    }

    @Test
    void aMistakeWithNothingBeforeItHoldsWhatWouldRunOnDefaults() throws IOException {
        write("a.cfg", "x = $[env");
        folder.load();
        assertEquals(List.of("a held"), told);
        assertEquals(1, withheld.files().size());
        write("a.cfg", "x = 1");
        rest();
        assertEquals(List.of("a held", "a {x=1}", "a released"), told);
        assertEquals(List.of(), withheld.files());
    }

    @Test
    void aFileThatCannotBeGivenOutIsNoTroubleToTheOthers() throws IOException {
        write("a.cfg", "a.b = 3\nA.b = 5");
        write("b.cfg", "refused = 1");
        write("c.cfg", "x = 1");
        folder.load();
        assertEquals(List.of("a held", "b held", "c {x=1}"), told);
        assertEquals(
                List.of(
                        new WithheldFile("a.cfg", "set twice, since capitals make no other key: A.b and a.b"),
                        new WithheldFile("b.cfg", "it cannot be given out: refused")),
                withheld.files());
    }

    @Test
    void whatIsMissingWithdrawsTheConfiguration() throws IOException {
        write("a.cfg", "x = 1");
        write("b~one.cfg", "password = $[secret:crm]");
        folder.load();
        write("a.cfg", "x = $[env:NONE]");
        rest();
        assertEquals(List.of("a {x=1}", "a held", "a removed"), told);
        assertEquals(
                List.of(
                        new WithheldFile("a.cfg", "x: the environment variable NONE is not set"),
                        new WithheldFile(
                                "b~one.cfg",
                                "password: the secret crm is not set; set it with: switchboard secret set crm")),
                withheld.files());
    }

    @Test
    void aSecretIsGivenOutWhenItIsSetChangedAndTakenBackWhenItIsRemoved() throws IOException {
        write("a.cfg", "password = $[secret:crm]");
        write("b.cfg", "y = 1");
        folder.load();
        secrets.set("crm", "one");
        folder.scan();
        secrets.set("other", "x");
        folder.scan();
        secrets.set("crm", "two");
        folder.scan();
        secrets.remove("crm");
        folder.scan();
        assertEquals(
                List.of(
                        "a held",
                        "b {y=1}",
                        "a {password=one}",
                        "a released",
                        "a {password=two}",
                        "a held",
                        "a removed"),
                told);
        assertFalse(withheld.files().toString().contains("two"));
    }

    @Test
    void secretsThatCannotBeOpenedAreMissing() throws IOException {
        secrets.set("crm", "one");
        write("a.cfg", "password = $[secret:crm]");
        folder.load();
        Files.write(secrets.keyFile(), new byte[32]);
        folder.scan();
        assertEquals(List.of("a {password=one}", "a held", "a removed"), told);
        assertTrue(withheld.files().get(0).reason().contains("the secret crm cannot be opened"));
    }

    @Test
    void aFileThatGoesTakesItsConfigurationAlong() throws IOException {
        write("a.cfg", "x = 1");
        write("broken.cfg", "x = $[env:NONE]");
        folder.load();
        Files.delete(etc.resolve("a.cfg"));
        Files.delete(etc.resolve("broken.cfg"));
        rest();
        assertEquals(List.of("a {x=1}", "broken held", "a removed", "broken released"), told);
        assertEquals(List.of(), withheld.files());
    }

    @Test
    void aFolderThatWentAwayIsNotAnEmptyOne() throws IOException {
        write("a.cfg", "x = 1");
        folder.load();
        Files.move(etc, etc.resolveSibling("elsewhere"));
        rest();
        Files.move(etc.resolveSibling("elsewhere"), etc);
        rest();
        assertEquals(List.of("a {x=1}"), told);
    }

    private void rest() {
        folder.scan();
        clock.advance(ConfigurationFolder.REST.multipliedBy(10));
        folder.scan();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(etc.resolve(name), content);
    }

    private final class Held implements Configured {
        private final List<String> pids = new ArrayList<>();

        @Override
        public void hold(String pid) {
            pids.add(pid);
            told.add(pid + " held");
        }

        @Override
        public void release(String pid) {
            if (pids.remove(pid)) {
                told.add(pid + " released");
            }
        }
    }

    private final class Told implements Configurations {
        private final Map<ConfigurationId, String> last = new HashMap<>();

        @Override
        public boolean set(ConfigurationId id, Map<String, Object> values) {
            if (values.containsKey("refused")) {
                throw new IllegalArgumentException("refused");
            }
            boolean changed = !values.toString().equals(last.put(id, values.toString()));
            if (changed) {
                told.add(id + " " + values);
            }
            return changed;
        }

        @Override
        public void remove(ConfigurationId id) {
            last.remove(id);
            told.add(id + " removed");
        }
    }
}
