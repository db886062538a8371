package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.it.trouble.Trouble;
import io.switchboard.it.unproven.BrokenCustomers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a hub of its own, whose bundles it replaces. */
class HotDeployIT {
    private static final String CUSTOMER = "/api/crm/v1/customers/C-1001";

    /** Something is being replaced; the connector is on its way up again. */
    private static final Set<Integer> RETRIABLE = Set.of(5002, 5008);

    @SuppressWarnings("NullAway.Init")
    private static HubProcess hub;

    @BeforeAll
    static void start(@TempDir Path home) {
        hub = HubProcess.start(home);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @AfterEach
    void removeAll() throws IOException {
        Path deploy = hub.home().resolve("deploy");
        try (Stream<Path> files = Files.list(deploy)) {
            for (Path file :
                    files.filter(each -> !each.toString().endsWith(".status")).toList()) {
                Files.delete(file);
            }
        }
        Await.until("all is gone", () -> {
            try (Stream<Path> files = Files.list(deploy)) {
                return files.findAny().isEmpty();
            }
        });
    }

    private static Map<String, String> needs(String gives, String takes) {
        return Map.of("Export-Package", gives + ";version=\"1.0.0\"", "Import-Package", takes + ";version=\"[1,2)\"");
    }

    @Test
    void whatWaitsSaysForWhatAndStartsWhenThatComes() throws Exception {
        Drop.headers(hub, "a.jar", "com.example.a", needs("com.example.a", "com.example.b"));
        Drop.awaitStatus(
                hub,
                "a.jar",
                "state: waiting",
                "reason: it needs the package com.example.b 1.0.0 or later, below 2.0.0, which no bundle provides");
        Drop.headers(hub, "b.jar", "com.example.b", needs("com.example.b", "com.example.c"));
        Drop.awaitStatus(hub, "b.jar", "state: waiting", "reason: it needs the package com.example.c");
        Drop.awaitStatus(
                hub,
                "a.jar",
                "reason: it needs the package com.example.b 1.0.0 or later, below 2.0.0 of com.example.b in b.jar,"
                        + " which itself is waiting");
        // Each needs the next, and the last the first.
        Drop.headers(hub, "c.jar", "com.example.c", needs("com.example.c", "com.example.a"));
        for (String file : List.of("a.jar", "b.jar", "c.jar")) {
            Drop.awaitStatus(hub, file, "state: running");
        }
        Files.delete(hub.home().resolve("deploy/b.jar"));
        Drop.awaitStatus(hub, "a.jar", "state: waiting");
        Drop.awaitStatus(hub, "c.jar", "state: waiting");
    }

    @Test
    void twoHundredFilesAtOnce() throws Exception {
        int number = 200;
        Path deploy = hub.home().resolve("deploy");
        for (int i = 0; i < number; i++) {
            // Each needs the one after it.
            Drop.headers(
                    hub, "f" + i + ".jar", "com.example.f" + i, needs("com.example.f" + i, "com.example.f" + (i + 1)));
        }
        Drop.headers(
                hub, "last.jar", "com.example.last", Map.of("Export-Package", "com.example.f200;version=\"1.0.0\""));
        for (int i = 0; i < number; i++) {
            Drop.awaitStatus(hub, "f" + i + ".jar", "state: running");
        }
        hub.admin().get(CUSTOMER).ok();
        assertTrue(Files.exists(deploy.resolve("last.jar.status")));
    }

    @Test
    void anotherVersionThatIsThereIsNamed() throws Exception {
        Drop.headers(
                hub,
                "a.jar",
                "com.example.a",
                Map.of("Import-Package", "io.switchboard.connector;version=\"[77,78)\""));
        Drop.awaitStatus(
                hub,
                "a.jar",
                "reason: it needs the package io.switchboard.connector 77.0.0 or later, below 78.0.0; there is only 1.0.0"
                        + " (io.switchboard.connector)");
    }

    @Test
    void whatCannotBeReplacedWithoutARestartIsRefused() throws Exception {
        for (String name : List.of("io.switchboard.deployer", "io.switchboard.secrets", "io.switchboard.http")) {
            Drop.own(hub, name + ".jar", name, "9.0.0");
            Drop.awaitStatus(
                    hub,
                    name + ".jar",
                    "state: refused",
                    "reason: " + name + " cannot be replaced while the hub runs; replace it in system/ and restart");
        }
        Drop.headers(hub, "h2.jar", "com.h2database", Map.of());
        Drop.awaitStatus(
                hub, "h2.jar", "reason: com.h2database is a library of the hub; replace it in lib/ and restart");
    }

    @Test
    void twoFilesWithOneBundle() throws Exception {
        ConnectorJar.drop(hub, "one.jar", Trouble.class);
        Drop.awaitStatus(hub, "one.jar", "state: running");
        ConnectorJar.drop(hub, "two.jar", Trouble.class);
        Drop.awaitStatus(hub, "two.jar", "state: refused", "reason: the same bundle");
        Caller caller = hub.admin();
        try (CallLoad load = new CallLoad(2, List.of(() -> caller.post("/api/trouble/v1/calm", "")))) {
            Files.delete(hub.home().resolve("deploy/one.jar"));
            Drop.awaitStatus(hub, "two.jar", "state: running");
            load.awaitMore(20);
            assertEquals(List.of(), load.failures());
        }
    }

    @Test
    void anArchiveBringsItsConfigurationAlong() throws Exception {
        Path jar = Files.createTempFile("trouble", ".jar");
        ConnectorJar.build(jar, Trouble.class, "1.0.0");
        Path half = Drop.half(hub, "bundle.zip");
        try (OutputStream file = Files.newOutputStream(half);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("trouble.jar"));
            Files.copy(jar, zip);
            zip.putNextEntry(new ZipEntry("com.example.shop.cfg"));
            zip.write("url = x\n".getBytes(StandardCharsets.UTF_8));
        }
        Files.delete(jar);
        Drop.finish(hub, "bundle.zip", half);
        Drop.awaitStatus(hub, "bundle.zip", "state: running", "connector: trouble.v1, offered: calm");
        hub.admin().post("/api/trouble/v1/calm", "").ok();
    }

    @Test
    void aConfigurationThatIsDroppedGoesWithItsFile() throws Exception {
        Path deploy = hub.home().resolve("deploy");
        Files.writeString(deploy.resolve("com.example.shop.cfg"), "url = $[secret:none]\n");
        Drop.awaitStatus(hub, "com.example.shop.cfg", "state: refused", "reason: url: the secret none is not set");
        Files.writeString(deploy.resolve("com.example.shop.cfg"), "url = x\n");
        Drop.awaitStatus(hub, "com.example.shop.cfg", "state: running");
        Files.copy(deploy.resolve("com.example.shop.cfg"), hub.home().resolve("etc/com.example.shop.cfg"));
        Drop.awaitStatus(hub, "com.example.shop.cfg", "state: refused", "reason: there is etc/com.example.shop.cfg");
        Files.delete(hub.home().resolve("etc/com.example.shop.cfg"));
        Drop.awaitStatus(hub, "com.example.shop.cfg", "state: running");
    }

    /** Two with all others wired to them, one with some, one that holds a file, one that holds an address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.switchboard.connector",
                "io.switchboard.core",
                "io.switchboard.crm.spi",
                "io.switchboard.store",
                "io.switchboard.rest"
            })
    void whatCannotStandBesideItsLikeIsReplacedAsAGroup(String name) throws Exception {
        Caller caller = hub.admin();
        AtomicInteger told = new AtomicInteger();
        try (CallLoad load = new CallLoad(2, List.of(() -> patient(caller, told)))) {
            load.awaitMore(10);
            Drop.own(hub, "own.jar", name, "1.77.0");
            Drop.awaitStatus(hub, "own.jar", "state: running", "bundle: " + name + " 1.77.0");
            load.awaitMore(10);
            Files.delete(hub.home().resolve("deploy/own.jar"));
            Await.until("it has gone", () -> !Files.exists(hub.home().resolve("deploy/own.jar.status")));
            load.awaitMore(10);
            assertEquals(List.of(), load.failures());
        }
        assertTrue(told.get() > 0, "nobody was told to come again");
        Await.until("the hub is ready again", () -> caller.get("/health/ready").status() == 200);
    }

    /** One call, sent again for as long as the hub says that it will take it later. */
    private static Answer patient(Caller caller, AtomicInteger told) {
        Answer answer = caller.get(CUSTOMER);
        while (answer.status() == 503
                && RETRIABLE.contains(answer.json().path("code").asInt())
                && !answer.header("Retry-After").isEmpty()) {
            told.incrementAndGet();
            LockSupport.parkNanos(20_000_000);
            answer = caller.get(CUSTOMER);
        }
        return answer;
    }

    /** It has the name of the backend that is in use, and would fail every call. */
    @Test
    void aBackendThatHasNotProvedItselfIsNotUsedAlsoNotWhenCoreStartsAnew() throws Exception {
        Caller caller = hub.admin();
        ConnectorJar.drop(hub, "crm.jar", BrokenCustomers.class, "io.switchboard.crm.embedded", "9.9.9");
        Drop.awaitStatus(
                hub, "crm.jar", "state: waiting", "reason: io.switchboard.it.unproven.Lacking needs a service");
        for (int i = 0; i < 20; i++) {
            caller.get(CUSTOMER).ok();
        }
        Drop.own(hub, "core.jar", "io.switchboard.core", "1.78.0");
        Drop.awaitStatus(hub, "core.jar", "state: running");
        Drop.awaitStatus(hub, "crm.jar", "state: waiting");
        AtomicInteger told = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            patient(caller, told).ok();
        }
    }
}
