package io.switchboard.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private Path deploy;

    @BeforeEach
    void make() throws IOException {
        deploy = Files.createDirectory(home.resolve("deploy"));
        Files.createDirectory(home.resolve("run"));
        runs(ProcessHandle.current().pid());
    }

    @Test
    void aBundleIsThereInWholeAndRunsWhenTheCommandEnds() throws Exception {
        Path jar = bundle("stamps-1.0.0.jar", "stamps;singleton:=true");
        status("stamps-1.0.0.jar", "running / 运行中", Instant.parse("2026-01-01T00:00:00Z"), "");
        try (AnsweringHub hub = new AnsweringHub("running / 运行中", "bundle: stamps 1.0.0\n")) {
            Ran ran = run(false, "deploy", jar.toString());
            assertEquals(new Ran(0, "stamps-1.0.0.jar: running\n  bundle: stamps 1.0.0\n", ""), ran);
            assertEquals(List.of("stamps-1.0.0.jar"), hub.taken(), "nothing else is seen by the hub");
        }
        assertEquals(-1, Files.mismatch(jar, deploy.resolve("stamps-1.0.0.jar")));
        Instant written =
                Files.getLastModifiedTime(deploy.resolve("stamps-1.0.0.jar")).toInstant();
        assertTrue(written.isBefore(Instant.now().minusMillis(1500)), "the hub need not wait for it to come to rest");
    }

    @Test
    void anotherVersionTakesThePlaceOfTheFileBefore() throws Exception {
        Files.copy(bundle("stamps-1.jar", "stamps"), deploy.resolve("stamps-1.jar"));
        Files.copy(bundle("cards-1.jar", "cards"), deploy.resolve("cards-1.jar"));
        try (AnsweringHub hub = new AnsweringHub("running / 运行中", "")) {
            status("stamps-1.jar", "running / 运行中", Instant.now(), "bundle: stamps 1.0.0\n");
            status("cards-1.jar", "running / 运行中", Instant.now(), "bundle: cards 1.0.0\n");
            String jar = bundle("stamps-2.jar", "stamps").toString();
            assertEquals(
                    "stamps-2.jar: running\n",
                    run(false, "deploy", "--beside", jar).out());
            assertEquals(
                    "stamps-2.jar: running\n  takes the place of stamps-1.jar\n",
                    run(false, "deploy", jar).out());
            assertTrue(hub.taken().contains("stamps-2.jar"));
        }
        assertFalse(Files.exists(deploy.resolve("stamps-1.jar")));
        assertTrue(Files.exists(deploy.resolve("cards-1.jar")));
    }

    @Test
    void whatIsRefusedIsSaidInOneLanguage() throws Exception {
        Path jar = bundle("stamps.jar", "stamps");
        String lines = """
                reason: these connectors have mistakes:
                  stamps.v1: no @Describe
                原因: 连接器有误
                still running: stamps 1
                仍在运行: stamps 1
                """;
        try (AnsweringHub hub = new AnsweringHub("faulty / 有误", lines)) {
            Ran english = run(false, "deploy", jar.toString());
            assertEquals(new Ran(1, "", """
                            stamps.jar: faulty
                              reason: these connectors have mistakes:
                                stamps.v1: no @Describe
                              still running: stamps 1
                            """), english);
            assertEquals(
                    "stamps.jar：有误\n  原因: 连接器有误\n  仍在运行: stamps 1\n",
                    run(true, "deploy", jar.toString()).err());
            assertEquals(List.of("stamps.jar", "stamps.jar"), hub.taken());
        }
    }

    @Test
    void anAnswerToTheFileBeforeIsNone() throws Exception {
        Path jar = bundle("stamps.jar", "stamps");
        status("stamps.jar", "running / 运行中", Instant.now().minusSeconds(60), "");
        Ran ran = run(false, "deploy", jar.toString(), "--timeout", "1");
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("has not answered for it yet"), ran.err());
    }

    @Test
    void whatWaitsIsSaidWhenItGoesOnWaiting() throws Exception {
        Path jar = bundle("stamps.jar", "stamps");
        try (AnsweringHub hub = new AnsweringHub("waiting / 等待中", "reason: package a.b is missing\n")) {
            Ran ran = run(false, "deploy", jar.toString());
            assertEquals(new Ran(2, "", "stamps.jar: waiting\n  reason: package a.b is missing\n"), ran);
            assertEquals(1, hub.taken().size());
        }
    }

    @Test
    void settingsAreDeployedToo() throws Exception {
        Path settings = Files.writeString(home.resolve("com.example.shop.cfg"), "url = x\n");
        try (AnsweringHub hub = new AnsweringHub("running / 运行中", "")) {
            Ran ran = run(false, "deploy", settings.toString());
            assertEquals(0, ran.code(), ran.err());
            assertEquals("com.example.shop.cfg: running\n", ran.out());
            assertEquals(List.of("com.example.shop.cfg"), hub.taken());
        }
        assertEquals(
                "com.example.shop.cfg: running\n", run(false, "deployments").out());
    }

    @Test
    void whatCanNeverRunIsNotCopied() throws IOException {
        Path plain = jar("plain.jar", "Manifest-Version: 1.0\n\n");
        Path text = Files.writeString(home.resolve("text.jar"), "not a jar");
        for (Path bad : List.of(plain, text, home.resolve("none.jar"), Files.createFile(home.resolve("a.txt")))) {
            Ran ran = run(false, "deploy", bad.toString());
            assertEquals(1, ran.code(), bad.toString());
            assertFalse(ran.err().contains("Exception"), ran.err());
        }
        runs(Long.MAX_VALUE);
        Ran none = run(false, "deploy", bundle("stamps.jar", "stamps").toString());
        assertEquals(4, none.code());
        assertTrue(none.err().contains("switchboard start"), none.err());
        try (var files = Files.list(deploy)) {
            assertEquals(0, files.count());
        }
        assertEquals(64, run(false, "deploy").code());
        assertEquals(64, run(false, "deploy", "--soon", "a.jar").code());
    }

    @Test
    void aBundleGoesByItsFileOrItsName() throws Exception {
        for (String name : List.of("stamps-1.jar", "stamps")) {
            Files.copy(bundle("stamps-1.jar", "stamps"), deploy.resolve("stamps-1.jar"));
            status("stamps-1.jar", "running / 运行中", Instant.now(), "bundle: stamps 1.0.0\n");
            assertTrue(run(false, "deployments").out().startsWith("stamps-1.jar: running\n"));
            runs(Long.MAX_VALUE);
            assertEquals(new Ran(0, "stamps-1.jar: removed\n", ""), run(false, "undeploy", name));
            assertFalse(Files.exists(deploy.resolve("stamps-1.jar")));
            Files.delete(deploy.resolve("stamps-1.jar.status"));
            runs(ProcessHandle.current().pid());
        }
        assertEquals(1, run(false, "undeploy", "stamps").code());
    }

    @Test
    void aRunningHubIsWaitedForUntilItHasLetGo() throws Exception {
        Files.copy(bundle("stamps.jar", "stamps"), deploy.resolve("stamps.jar"));
        status("stamps.jar", "failed / 启动失败", Instant.now(), "");
        assertEquals(1, run(false, "deployments").code());
        assertEquals(2, run(false, "undeploy", "stamps.jar", "--timeout", "0").code());
    }

    private interface Answer {
        void to(String file) throws IOException;
    }

    /** Answers every file that comes into {@code deploy/} after it as the hub does: once, beside it. */
    private final class AnsweringHub implements AutoCloseable {
        private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
        private final Set<String> arrivals = new HashSet<>();
        private final Thread thread;
        private volatile boolean closed;

        AnsweringHub(String state, String lines) throws IOException {
            look(file -> {});
            thread = new Thread(() -> {
                try {
                    while (!closed) {
                        look(file -> {
                            taken.add(file);
                            status(file, state, Instant.now(), lines);
                        });
                        Thread.onSpinWait();
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
        }

        private void look(Answer answer) throws IOException {
            for (Path file : DeployFolder.of(home).files()) {
                String name = String.valueOf(file.getFileName());
                Object key = key(file);
                if (key != null && arrivals.add(name + " " + key)) {
                    answer.to(name);
                }
            }
        }

        private @Nullable Object key(Path file) throws IOException {
            try {
                return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            } catch (NoSuchFileException e) {
                return null; // removed meanwhile
            }
        }

        List<String> taken() {
            return taken;
        }

        @Override
        public void close() {
            closed = true;
            while (thread.isAlive()) {
                Thread.onSpinWait();
            }
        }
    }

    private void status(String name, String state, Instant at, String lines) throws IOException {
        Path half = deploy.resolve("." + name + ".status.tmp");
        Files.writeString(half, "state: " + state + "\n" + lines + "at: " + at.truncatedTo(ChronoUnit.MILLIS) + "\n");
        Files.move(
                half,
                deploy.resolve(name + ".status"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void runs(long pid) throws IOException {
        Files.writeString(home.resolve("run/hub.json"), "{\"pid\": " + pid + ", \"http\": \"http://127.0.0.1:1\"}");
    }

    private Path bundle(String name, String symbolicName) throws IOException {
        return jar(name, "Manifest-Version: 1.0\nBundle-SymbolicName: " + symbolicName + "\n\n");
    }

    private Path jar(String name, String manifest) throws IOException {
        Path file = home.resolve(name);
        Manifest content = new Manifest(
                new java.io.ByteArrayInputStream(manifest.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        new JarOutputStream(Files.newOutputStream(file), content).close();
        return file;
    }

    private Ran run(boolean chinese, String... arguments) {
        Logins logins = new Logins(home.resolve("config"));
        Callers callers = new Callers(home, logins, new KnownOperations(home.resolve("cache")), InstantSource.system());
        return Ran.of(Tool.of(home, callers, List.of(arguments)), "", chinese);
    }
}
