package io.switchboard.rest.internal.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosedDoorTest {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void serve() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler handler = new ServletContextHandler("/");
        handler.addServlet(new ServletHolder(new ClosedDoor()), "/*");
        server.setHandler(handler);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void tellsEverybodyToComeAgain() throws Exception {
        for (String method : new String[] {"GET", "POST", "DELETE"}) {
            HttpResponse<String> answer = send(method, "application/json");
            assertEquals(503, answer.statusCode());
            assertEquals("2", answer.headers().firstValue("Retry-After").orElse(""));
            assertTrue(answer.body().contains("5008"), answer.body());
            assertTrue(answer.body().contains("RETRY_LATER"), answer.body());
        }
    }

    @Test
    void answersInTheFormatAndWithATraceOfItsOwn() throws Exception {
        HttpResponse<String> one = send("GET", "application/xml");
        HttpResponse<String> other = send("GET", "application/xml");
        assertTrue(one.headers().firstValue("Content-Type").orElse("").contains("xml"), one.body());
        assertTrue(
                one.headers().firstValue("traceparent").orElse("").matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"),
                one.headers()::toString);
        assertNotEquals(one.headers().firstValue("traceparent"), other.headers().firstValue("traceparent"));
    }

    private HttpResponse<String> send(String method, String accept) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/api/crm/v1/customers/C-1");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", accept)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
