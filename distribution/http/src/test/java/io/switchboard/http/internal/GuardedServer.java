package io.switchboard.http.internal;

import io.switchboard.http.internal.edge.Guard;
import io.switchboard.http.internal.edge.Pause;
import io.switchboard.http.internal.settings.HttpSettings;
import io.switchboard.http.internal.settings.HttpSettingsReader;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A server as Felix makes it, with one servlet that says who asked it what, on one path leaves the body where it is, and on another has
 * more to say than any buffer takes.
 */
final class GuardedServer implements AutoCloseable {
    /** How much that is, in bytes. */
    static final long LONG = 64L << 20;

    private static final int PIECE = 64 << 10;

    final AtomicLong nanos = new AtomicLong();
    final AtomicReference<Optional<Instant>> pause = new AtomicReference<>(Optional.empty());
    final Guard guard = new Guard(nanos::get, new Pause(pause::get, () -> Instant.EPOCH));
    private final AtomicLong pieces = new AtomicLong();
    private final Server server = new Server();
    private final ServerConnector plain;
    private final AtomicReference<Addresses> addresses = new AtomicReference<>();

    GuardedServer(Map<String, Object> settings) throws Exception {
        this(Optional.of(HttpSettingsReader.read(settings, Path.of(""))));
    }

    GuardedServer(Optional<HttpSettings> settings) throws Exception {
        ServletContextHandler handler = new ServletContextHandler("/");
        handler.addServlet(new ServletHolder(new Echo(pieces)), "/*");
        server.setHandler(handler);
        server.start();
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(16 * 1024);
        plain = new ServerConnector(server, new HttpConnectionFactory(configuration));
        plain.setHost("127.0.0.1");
        plain.setIdleTimeout(60_000);
        server.addConnector(plain);
        plain.start();
        settings.ifPresent(guard::goBy);
        server.addConnector(new ServerAccess(guard, () -> settings, addresses::set).createConnector(server));
    }

    Addresses addresses() {
        return Objects.requireNonNull(addresses.get());
    }

    int port() {
        return plain.getLocalPort();
    }

    /** The port of one of the addresses. */
    static int port(String address) {
        return URI.create(address).getPort();
    }

    /** Connects from an address of this machine's own. */
    Wire from(String address) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(address, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 5_000);
        return new Wire(socket);
    }

    Wire to(int port) throws IOException {
        return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Sends one request with these headers, and reads the answer. */
    Wire.Answer ask(String line, String... headers) throws IOException {
        try (Wire wire = from("127.0.0.1")) {
            return wire.ask(line, headers);
        }
    }

    /** Waits until the long answer goes on no more, since nobody reads it. */
    void awaitHeldUp() throws InterruptedException {
        for (long before = -1; before <= 0 || before != pieces.get(); ) {
            before = pieces.get();
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("serial") // Not written down.
    private static final class Echo extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient AtomicLong pieces;

        Echo(AtomicLong pieces) {
            this.pieces = pieces;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals("/long")) {
                response.setContentLengthLong(LONG);
                for (long left = LONG; left > 0; left -= PIECE) {
                    response.getOutputStream().write(new byte[PIECE]);
                    pieces.incrementAndGet();
                }
                return;
            }
            boolean heedless = request.getRequestURI().equals("/heedless");
            byte[] body = heedless ? new byte[0] : request.getInputStream().readAllBytes();
            String said = request.getMethod() + " " + request.getRequestURI() + " from " + request.getRemoteAddr()
                    + " by " + request.getScheme() + " with " + body.length;
            byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
