package io.switchboard.backends.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.check.BackendCheck;
import io.switchboard.connector.check.CheckFinding;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.connector.http.HttpQuestion;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.value.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackendsPageTest {
    private final HubBackends hub = new HubBackends();
    private final BackendsPage page = new BackendsPage(hub);

    @AfterEach
    void stop() {
        hub.stop();
    }

    @Test
    void tellsWhetherEndpointsAnswerAndWhatTheBackendFound() throws Exception {
        try (ServerSocket up = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String there = "http://127.0.0.1:" + up.getLocalPort();
            open("redmine", there, gone());
            page.addCheck(check("redmine", () -> List.of(CheckFinding.right("The field is there.", "字段存在。"))));
            String found = written(Locale.ENGLISH, "check");
            assertTrue(found.startsWith("{\"sound\":true,"), found);
            assertTrue(found.contains("{\"outcome\":\"RIGHT\",\"text\":\"" + there + " answers.\"}"), found);
            assertTrue(found.contains("does not answer: it refused the connection."), found);
            assertTrue(found.contains("The field is there."), found);
            assertTrue(written(Locale.CHINESE, "check").contains("字段存在"));
        }
    }

    @Test
    void aBackendWithoutAnEndpointThatAnswersIsAFault() throws Exception {
        open("redmine", gone());
        String found = written(Locale.CHINESE, "check");
        assertTrue(found.startsWith("{\"sound\":false,"), found);
        assertTrue(found.contains("拒绝连接"), found);
    }

    @Test
    void aCheckThatFailsOrBreaksIsAFaultInPlainWords() throws Exception {
        BackendCheck refused = check("tryton", () -> {
            throw ConnectorException.of(ErrorCode.BACKEND_REFUSED);
        });
        BackendCheck broken = check("rt", () -> {
            throw new IllegalStateException("secret");
        });
        page.addCheck(refused);
        page.addCheck(broken);
        assertEquals(
                "{\"sound\":false,\"backends\":["
                        + "{\"backend\":\"rt\",\"findings\":[{\"outcome\":\"FAULT\",\"text\":\"Its check broke; the log says how.\"}]},"
                        + "{\"backend\":\"tryton\",\"findings\":[{\"outcome\":\"FAULT\","
                        + "\"text\":\"It refuses the hub's credentials, or gives them too few rights.\"}]}]}",
                written(Locale.ENGLISH, "check"));
        page.removeCheck(refused);
        page.removeCheck(broken);
        assertEquals("{\"sound\":true,\"backends\":[]}", written(Locale.ENGLISH, "check"));
    }

    @Test
    void whatLiesBehindAFailureOfTheClientIsTold() throws Exception {
        HttpBackend backend = open("redmine", gone());
        page.addCheck(check("redmine", () -> {
            backend.send(HttpQuestion.get("/").build(), Duration.ofSeconds(20));
            return List.of();
        }));
        String found = written(Locale.ENGLISH, "check");
        assertTrue(found.contains("in time (it refused the connection)."), found);
    }

    @Test
    void whatTakesTooLongIsAFaultAndTheOthersAreToldAllTheSame() throws Exception {
        BackendCheck hangs = check("rt", () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });
        BackendCheck good = check("redmine", () -> List.of(CheckFinding.right("Good.", "好。")));
        List<Checked> found = new Checks(Duration.ofMillis(200)).run(List.of(), List.of(hangs, good));
        assertEquals(
                List.of("redmine", "rt"), found.stream().map(Checked::backend).toList());
        assertEquals(List.of(true, false), found.stream().map(Checked::isSound).toList());
    }

    @Test
    void anEndpointThatIsDownStandsOnThePageAndInHealth() throws Exception {
        String gone = gone();
        HttpBackend backend = open("redmine", gone);
        assertEquals("", new BackendsHealth(hub).check().message());
        assertThrows(
                ConnectorException.class,
                () -> backend.send(HttpQuestion.get("/").build(), Duration.ofSeconds(20)));
        String shown = written(Locale.ENGLISH);
        assertTrue(
                shown.startsWith("{\"backends\":[{\"backend\":\"redmine\",\"endpoints\":[{\"address\":\"" + gone
                        + "\",\"state\":\"DOWN\",\"why\":\"it refused the connection\",\"since\":\""),
                shown);
        var health = new BackendsHealth(hub).check();
        assertTrue(health.ready());
        assertTrue(
                health.message()
                        .matches("redmine: " + gone + " has been down since \\S+, for it refused the"
                                + " connection; there is no other, so calls of it fail\\."),
                health.message());
        backend.close();
        assertEquals("{\"backends\":[]}", written(Locale.ENGLISH));
    }

    @Test
    void nothingElseStandsThere() {
        var failure = assertThrows(CallFailure.class, () -> written(Locale.ENGLISH, "redmine"));
        assertEquals(ErrorCode.NOT_FOUND, failure.code());
    }

    @Test
    void whatABundleOpenedIsClosedWhenItLetsGo() throws Exception {
        BundleBackends bundle = new BundleBackends(hub);
        bundle.open(settings("redmine", gone()));
        assertEquals(1, hub.current().size());
        bundle.stop();
        assertEquals(List.of(), hub.current());
    }

    private HttpBackend open(String name, String... endpoints) {
        return hub.opener().open(settings(name, endpoints));
    }

    private static HttpBackendSettings settings(String name, String... endpoints) {
        return HttpBackendSettings.from(
                name,
                Map.of("endpoints", endpoints, "attempts", 1, "breaker.failures", 1, "breaker.rest.millis", 60_000));
    }

    private static BackendCheck check(String name, Supplier<List<CheckFinding>> findings) {
        return new BackendCheck() {
            @Override
            public String backend() {
                return name;
            }

            @Override
            public List<CheckFinding> check(Duration atMost) {
                return findings.get();
            }
        };
    }

    /** An address of this machine where nobody listens. */
    private static String gone() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }
    }

    private String written(Locale locale, String... path) throws CallFailure {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = new JsonOutput(bytes)) {
            page.write(List.of(path), locale, out);
        }
        return bytes.toString(UTF_8);
    }
}
