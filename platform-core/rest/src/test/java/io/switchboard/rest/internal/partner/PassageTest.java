package io.switchboard.rest.internal.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Audience;
import io.switchboard.core.access.Access;
import io.switchboard.core.access.AccessRequest;
import io.switchboard.core.call.Credentials;
import io.switchboard.rest.internal.answer.Admission;
import io.switchboard.rest.internal.answer.Exchange;
import io.switchboard.rest.internal.sample.SampleAccess;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class PassageTest {
    private static final int BODY_LIMIT = 1_000;
    private static final Bundle BUNDLE = (Bundle) Proxy.newProxyInstance(
            PassageTest.class.getClassLoader(), new Class<?>[] {Bundle.class}, (proxy, method, arguments) -> "cards");

    private final SampleAccess access = new SampleAccess();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @SuppressWarnings("serial") // Not written down.
    private final class Cards extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getRequestURI()) {
                case "/size" ->
                    response.getWriter().print(request.getInputStream().readAllBytes().length);
                case "/text" -> response.getWriter().print(request.getReader().readLine());
                case "/half" -> {
                    response.getWriter().print("half");
                    response.setHeader("X-Half", "half");
                    throw new IllegalStateException("jdbc:secret");
                }
                case "/hold" -> {
                    held.countDown();
                    await();
                }
                default -> later(request.startAsync());
            }
        }

        private void await() throws IOException {
            try {
                if (!release.await(20, TimeUnit.SECONDS)) {
                    throw new IOException("never released");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        private void later(AsyncContext async) {
            new Thread(() -> {
                        try {
                            await();
                            ((HttpServletResponse) async.getResponse()).setStatus(409);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        } finally {
                            async.complete();
                        }
                    })
                    .start();
            held.countDown();
        }
    }

    @BeforeEach
    void start() throws Exception {
        Passage passage = new Passage(1);
        Filter entrance = (request, response, chain) -> {
            HttpServletRequest asked = (HttpServletRequest) request;
            Exchange exchange = new Exchange(asked, (HttpServletResponse) response);
            if (asked.getHeader("Authorization") != null) {
                Optional<Access> admitted = Admission.ask(
                        access,
                        new AccessRequest(
                                exchange.arrival(Optional.of(new Credentials("bearer", "cards.read"))),
                                "ext.cards",
                                "cards.read",
                                Audience.STAFF,
                                ""),
                        exchange);
                new Visit(admitted.orElseThrow(), "cards.read", exchange, BUNDLE, BODY_LIMIT).begin();
            }
            passage.pass(asked, (HttpServletResponse) response, chain);
        };
        ServletContextHandler handler = new ServletContextHandler("/");
        FilterHolder filter = new FilterHolder(entrance);
        filter.setAsyncSupported(true);
        handler.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        ServletHolder servlet = new ServletHolder(new Cards());
        servlet.setAsyncSupported(true);
        handler.addServlet(servlet, "/*");
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(handler);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        release.countDown();
        server.stop();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path))
                .header("Authorization", "Bearer cards.read");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, int bytes) throws Exception {
        // Without a length beforehand.
        return send(to(path).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]))));
    }

    @Test
    void aBodyOfUnknownLengthHasAnEndToo() throws Exception {
        assertEquals("1000", post("/size", BODY_LIMIT).body());
        assertEquals(413, post("/size", BODY_LIMIT + 1).statusCode());
        assertEquals(413, post("/text", 3 * BODY_LIMIT).statusCode());
        assertEquals(
                "hello",
                send(to("/text").POST(BodyPublishers.ofString("hello"))).body());
        assertEquals(
                List.of("ext.cards 0", "ext.cards 4013", "ext.cards 4013", "ext.cards 0"), List.copyOf(access.ended));
    }

    @Test
    void whatAServletBeganToSayBeforeItBrokeIsTakenBack() throws Exception {
        HttpResponse<String> broken = send(to("/half"));
        assertEquals(502, broken.statusCode());
        assertFalse(broken.body().contains("half") || broken.body().contains("secret"), broken.body());
        assertTrue(broken.headers().firstValue("X-Half").isEmpty());
        assertTrue(broken.headers().firstValue("RateLimit").isPresent(), "what the hub said before stays");
        assertEquals(List.of("ext.cards 5007"), List.copyOf(access.ended));
    }

    @Test
    void threadsAreBoundedAndWhoWaitsElsewhereHoldsNone() throws Exception {
        CompletableFuture<HttpResponse<String>> holding =
                client.sendAsync(to("/hold").build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(held.await(20, TimeUnit.SECONDS));
        HttpResponse<String> busy = send(to("/size"));
        assertEquals(503, busy.statusCode());
        assertEquals("1", busy.headers().firstValue("Retry-After").orElseThrow());
        release.countDown();
        assertEquals(200, holding.get(20, TimeUnit.SECONDS).statusCode());
        assertEquals("0", send(to("/size")).body());
    }

    @Test
    void whatIsAnsweredLaterEndsThen() throws Exception {
        CompletableFuture<HttpResponse<String>> later =
                client.sendAsync(to("/later").build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(held.await(20, TimeUnit.SECONDS));
        assertEquals(List.of(), List.copyOf(access.ended));
        release.countDown();
        assertEquals(409, later.get(20, TimeUnit.SECONDS).statusCode());
        assertEquals("ext.cards 4008", access.ended.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void whoWasNotLetInGoesNowhere() throws Exception {
        HttpRequest.Builder without =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/size"));
        assertEquals(404, send(without).statusCode());
        assertEquals(List.of(), List.copyOf(access.ended));
    }
}
