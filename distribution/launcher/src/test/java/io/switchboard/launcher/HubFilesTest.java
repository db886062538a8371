package io.switchboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.launcher.StatusFile.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theStatusFileHasOneMemberALine() throws IOException {
        Path file = folder.resolve("hub.json");
        StatusFile status = new StatusFile(file, 42, Instant.parse("2026-01-02T03:04:05Z"));
        status.write(State.STARTING);
        assertEquals(
                "{\n  \"pid\": 42,\n  \"state\": \"starting\",\n  \"started\": \"2026-01-02T03:04:05Z\"\n}\n",
                Files.readString(file));
        status.servesAt(
                new ServedAt(List.of("http://127.0.0.1:1234", "https://127.0.0.1:1235"), "http://127.0.0.1:1236"));
        status.write(State.RUNNING);
        assertTrue(Files.readString(file)
                .contains("\n  \"http\": \"http://127.0.0.1:1234\",\n  \"admin\": \"http://127.0.0.1:1236\",\n"));
        assertFalse(Files.exists(folder.resolve("hub.json.tmp")));
    }

    @Test
    void theStatusFileSaysWhileFilesAreWithheld() throws IOException {
        Path file = folder.resolve("hub.json");
        StatusFile status = new StatusFile(file, 42, Instant.EPOCH);
        status.write(State.STARTING);
        status.withholds(true);
        assertTrue(Files.readString(file).contains("\"starting\",\n  \"withheld\": true,\n"), Files.readString(file));
        status.withholds(false);
        status.write(State.RUNNING);
        assertFalse(Files.readString(file).contains("withheld"));
    }

    @Test
    void aStoppingHubNeverBecomesARunningOne() throws IOException {
        Path file = folder.resolve("hub.json");
        StatusFile status = new StatusFile(file, 42, Instant.EPOCH);
        status.write(State.STOPPING);
        status.write(State.RUNNING);
        assertTrue(Files.readString(file).contains("stopping"));
    }

    @Test
    void oneHomeHasOneHub() throws IOException {
        Path file = folder.resolve("hub.lock");
        HubLock first = Objects.requireNonNull(HubLock.tryTake(file));
        assertNull(HubLock.tryTake(file));
        first.close();
        HubLock second = HubLock.tryTake(file);
        assertNotNull(second);
    }

    @Test
    void theLogIsConfiguredByTheHomeOrElseAsShipped() throws IOException {
        Home home = new Home(folder.resolve("dist"), folder.resolve("home"));
        assertEquals(folder.resolve("dist/etc/logback.xml"), LogSetup.configuration(home));
        Files.createDirectories(home.etc());
        Path own = Files.createFile(home.etc().resolve("logback.xml"));
        assertEquals(own, LogSetup.configuration(home));
    }

    @Test
    void nothingOfTheFrameworkIsLeftAndNothingElseIsTaken() throws IOException {
        Home home = new Home(folder, folder.resolve("home"));
        home.forgetFramework();
        Files.createDirectories(home.framework().resolve("bundle1/version0.0"));
        Files.createFile(home.framework().resolve("bundle1/version0.0/revision.location"));
        Path hub = Files.createFile(home.run().resolve("hub.json"));
        home.forgetFramework();
        assertFalse(Files.exists(home.framework()));
        assertTrue(Files.exists(hub));
    }

    @Test
    void aNewHomeGetsTheShippedConfigurationAndKeepsItsOwn() throws IOException {
        Path distribution = Files.createDirectories(folder.resolve("dist"));
        Files.createDirectories(distribution.resolve("etc"));
        Files.writeString(distribution.resolve("etc/hub.properties"), "http.port = 1\n");
        Home home = new Home(distribution, folder.resolve("home"));
        home.prepare();
        Files.writeString(home.etc().resolve("hub.properties"), "http.port = 2\n");
        home.prepare();
        assertEquals("http.port = 2\n", Files.readString(home.etc().resolve("hub.properties")));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.run())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.data())));
    }
}
