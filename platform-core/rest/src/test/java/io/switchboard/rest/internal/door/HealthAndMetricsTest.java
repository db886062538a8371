package io.switchboard.rest.internal.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.core.health.HealthCheck;
import io.switchboard.core.metrics.MetricsSource;
import io.switchboard.rest.internal.door.RestSettings.MetricsAccess;
import io.switchboard.rest.internal.sample.SampleGate;
import io.switchboard.rest.internal.sample.Tokens;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthAndMetricsTest {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final Administrators administrators = new Administrators(() -> Optional.of(new Tokens()), () -> {});

    private void serve(HttpServlet servlet) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler handler = new ServletContextHandler("/");
        handler.addServlet(new ServletHolder(servlet), "/*");
        server.setHandler(handler);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private record Fixed(String name, Status check) implements HealthCheck {}

    @Test
    void isReadyWhenEverythingIs() throws Exception {
        HealthServlet servlet = new HealthServlet(administrators);
        serve(servlet);
        assertEquals(200, get("/health/live").statusCode());
        assertEquals(503, get("/health/ready").statusCode());
        servlet.setGate(new SampleGate());
        Fixed store = new Fixed("store", HealthCheck.Status.notReady("The disk is full."));
        servlet.addCheck(store);
        HttpResponse<String> down = get("/health/ready");
        assertEquals(503, down.statusCode());
        assertEquals(
                "{\"status\":\"down\",\"checks\":{\"hub\":{\"status\":\"up\"},\"store\":{\"status\":\"down\"}}}",
                down.body());
        assertEquals(
                "{\"status\":\"down\",\"checks\":{\"hub\":{\"status\":\"up\"},"
                        + "\"store\":{\"status\":\"down\",\"message\":\"The disk is full.\"}}}",
                get("/health/ready", "Authorization", "Bearer security.admin").body());
        servlet.removeCheck(store);
        assertEquals(200, get("/health/ready").statusCode());
    }

    private record Counted(String name, String prometheus) implements MetricsSource {}

    private MetricsServlet metrics(MetricsAccess access) {
        MetricsServlet servlet = new MetricsServlet(administrators, access);
        servlet.addSource(new Counted("calls", "calls 1\n"));
        return servlet;
    }

    @Test
    void tellsWhatEachPartCountedAndOfOneThatIsReplacedOnlyTheFirst() throws Exception {
        MetricsServlet servlet = metrics(MetricsAccess.LOOPBACK);
        serve(servlet);
        Counted backends = new Counted("backends", "backends 2\n");
        servlet.addSource(backends);
        servlet.addSource(new Counted("backends", "backends 3\n"));
        assertEquals("backends 2\ncalls 1\n", get("/metrics").body());
        servlet.removeSource(backends);
        assertEquals("backends 3\ncalls 1\n", get("/metrics").body());
    }

    @Test
    void tellsMetricsOnThisMachineAndToAdministrators() throws Exception {
        serve(metrics(MetricsAccess.LOOPBACK));
        assertEquals("calls 1\n", get("/metrics").body());
        assertEquals(401, get("/metrics", "X-Forwarded-For", "10.0.0.1").statusCode());
        assertEquals(
                200,
                get("/metrics", "X-Forwarded-For", "10.0.0.1", "Authorization", "Bearer security.admin")
                        .statusCode());
    }

    @Test
    void tellsMetricsToNobodyElse() throws Exception {
        serve(metrics(MetricsAccess.TOKEN));
        assertEquals(401, get("/metrics").statusCode());
        assertEquals(401, get("/metrics", "Authorization", "Bearer bad").statusCode());
        assertEquals(401, get("/metrics", "Authorization", "Bearer shop.read").statusCode());
        assertEquals(
                200, get("/metrics", "Authorization", "Bearer security.admin").statusCode());
    }
}
