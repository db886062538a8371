package io.switchboard.rest.internal.door;

import io.switchboard.core.page.HubPage;
import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Authoriser;
import io.switchboard.rest.internal.answer.ErrorsPage;
import io.switchboard.rest.internal.answer.GuardedPage;
import io.switchboard.rest.internal.answer.Page;
import io.switchboard.rest.internal.answer.StatusPage;
import io.switchboard.rest.internal.openapi.OpenApiPage;
import io.switchboard.rest.internal.path.RouteTable;
import io.switchboard.rest.internal.sample.FixedCatalogue;
import io.switchboard.rest.internal.sample.SampleAccess;
import io.switchboard.rest.internal.sample.SampleGate;
import io.switchboard.rest.internal.sample.Shop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The servlet for calls in a real Jetty, on a port of its own. */
final class JettyHub {
    static final int BODY_LIMIT = 10_000;
    static final int ANSWER_LIMIT = 1_000_000;

    final SampleGate gate = new SampleGate();
    final SampleAccess access = new SampleAccess();
    private final Map<String, HubPage> pages = new ConcurrentHashMap<>();
    private volatile Optional<Page> events = Optional.empty();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    JettyHub(boolean docsPublic) throws Exception {
        this(docsPublic, Optional.empty(), Optional.empty());
    }

    JettyHub(boolean docsPublic, Optional<Authenticator> authenticator, Optional<Authoriser> authoriser)
            throws Exception {
        FixedCatalogue catalogue = new FixedCatalogue(Shop.SNAPSHOT);
        RouteTable routes = RouteTable.of(Shop.SNAPSHOT);
        RestSettings settings =
                new RestSettings(BODY_LIMIT, ANSWER_LIMIT, docsPublic, RestSettings.MetricsAccess.LOOPBACK, 0);
        Pages standing = new Pages(
                new StatusPage(gate, settings::answerLimit),
                new ErrorsPage(catalogue),
                new OpenApiPage(catalogue, settings::docsPublic, () -> authenticator, () -> authoriser, "0.1.0"),
                this::page);
        ServletContextHandler handler = new ServletContextHandler("/");
        ServletHolder api = new ServletHolder(new ApiServlet(
                gate, () -> routes, () -> settings, standing, () -> authenticator.flatMap(Authenticator::address)));
        api.setAsyncSupported(true);
        handler.addServlet(api, "/api/*");
        ServletHolder reference = new ServletHolder(new ReferenceServlet());
        handler.addServlet(reference, "/docs");
        handler.addServlet(reference, "/docs/*");
        handler.addServlet(new ServletHolder(new NowhereServlet(gate)), "/");
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(handler);
        server.start();
    }

    /** Offers a page of the hub's own. */
    void page(HubPage page) {
        pages.put(page.name(), page);
    }

    /** Offers events in place of a page of that name. */
    void events(Page page) {
        events = Optional.of(page);
    }

    private Optional<Page> page(String name) {
        if (name.equals("events")) {
            return events;
        }
        return Optional.ofNullable(pages.get(name)).map(page -> new GuardedPage(page, access, () -> ANSWER_LIMIT));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path));
    }

    /** The lines of an answer, as they come. */
    HttpResponse<Stream<String>> lines(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Sends bytes as they are; for what no decent client sends. */
    Socket raw(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    void close() throws Exception {
        server.stop();
    }
}
