package io.switchboard.deployer.internal.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.deployer.internal.watch.FolderWatch;
import io.switchboard.deployer.internal.watch.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFolderTest {
    private final TestClock clock = new TestClock();
    private final List<String> told = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path etc;

    @SuppressWarnings("NullAway.Init")
    private ConfigurationFolder folder;

    @BeforeEach
    void make() {
        folder = new ConfigurationFolder(
                etc, new References(Map.of("PORT", "25")::get, name -> null), new Told(), clock);
    }

    @Test
    void theFirstLoadTakesEverythingAsItStands() throws IOException {
        write("a.cfg", "x = $[env:PORT]");
        write("b~one.cfg", "y = 2");
        write("logback.xml", "<configuration/>");
        write("hub.properties", "http.port = 1");
        folder.load();
        assertEquals(List.of("a {x=25}", "b~one {y=2}"), told);
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
    void aBrokenFileLeavesTheConfigurationBeforeIt() throws IOException {
        write("a.cfg", "x = 1");
        folder.load();
        write("a.cfg", "x = $[env:NONE]");
        rest();
        assertEquals(List.of("a {x=1}"), told);
        write("a.cfg", "x = 333");
        rest();
        assertEquals(List.of("a {x=1}", "a {x=333}"), told);
    }

    @Test
    void aFileThatGoesTakesItsConfigurationAlong() throws IOException {
        write("a.cfg", "x = 1");
        write("broken.cfg", "x = $[env:NONE]");
        folder.load();
        Files.delete(etc.resolve("a.cfg"));
        Files.delete(etc.resolve("broken.cfg"));
        rest();
        assertEquals(List.of("a {x=1}", "a removed"), told);
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

    private final class Told implements Configurations {
        @Override
        public void set(ConfigurationId id, Map<String, Object> values) {
            told.add(id + " " + values);
        }

        @Override
        public void remove(ConfigurationId id) {
            told.add(id + " removed");
        }
    }
}
