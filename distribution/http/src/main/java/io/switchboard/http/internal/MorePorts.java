package io.switchboard.http.internal;

import io.switchboard.http.internal.edge.Guard;
import io.switchboard.http.internal.edge.Ports;
import io.switchboard.http.internal.settings.HttpSettings;
import io.switchboard.http.internal.settings.HttpSettings.Admin;
import io.switchboard.http.internal.settings.HttpSettings.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The ports beside the one that Felix opens: with TLS, and for administration. They are made like that one, and guarded as it is. */
final class MorePorts {
    private static final int RELOAD_SECONDS = 2;
    private static final Set<String> WILDCARDS = Set.of("null", "0.0.0.0", "::", "0:0:0:0:0:0:0:0");

    private final Server server;
    private final ServerConnector plain;
    private final Guard guard;

    MorePorts(Server server, ServerConnector plain, Guard guard) {
        this.server = server;
        this.plain = plain;
        this.guard = guard;
    }

    /**
     * Opens them, and closes that of Felix where it is not wanted.
     *
     * @return the addresses for callers, the best first, and then that for administrators, where it is apart
     */
    Addresses open(HttpSettings settings) throws Exception {
        guard.guardPlain(plain);
        List<String> addresses = new ArrayList<>();
        int tlsPort = 0;
        if (settings.tls().isPresent()) {
            ServerConnector secure = openTls(settings.tls().get());
            tlsPort = secure.getLocalPort();
            addresses.add(address("https", secure));
        }
        String admin = settings.admin().isPresent() ? openAdmin(settings.admin().get()) : "";
        guard.standsAt(String.valueOf(plain.getHost()), new Ports(settings.plain(), tlsPort, !admin.isEmpty()));
        switch (settings.plain()) {
            case SERVE -> addresses.add(0, address("http", plain));
            case REDIRECT -> {
                // Open, and nobody's address.
            }
            case OFF -> close(plain);
        }
        return new Addresses(addresses, admin);
    }

    private ServerConnector openTls(Tls tls) throws Exception {
        SslContextFactory.Server keys = new SslContextFactory.Server();
        keys.setKeyStorePath(tls.keystore().toUri().toString());
        keys.setKeyStoreType("PKCS12");
        keys.setKeyStorePassword(tls.password());
        keys.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        keys.setRenegotiationAllowed(false);
        HttpConfiguration http = http();
        // Which names are ours is our own affair, whatever the certificate says.
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(
                server, new SslConnectionFactory(keys, "http/1.1"), new HttpConnectionFactory(http));
        ServerConnector opened = open(connector, plain.getHost(), tls.port());
        guard.guardTls(opened);
        KeyStoreScanner scanner = new KeyStoreScanner(keys);
        scanner.setScanInterval(RELOAD_SECONDS);
        server.addManaged(scanner);
        return opened;
    }

    private String openAdmin(Admin admin) throws Exception {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http()));
        ServerConnector opened = open(connector, admin.host(), admin.port());
        guard.guardAdmin(opened);
        return address("http", opened);
    }

    private HttpConfiguration http() {
        HttpConfiguration copy = new HttpConfiguration(
                plain.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration());
        copy.setCustomizers(new ArrayList<>());
        return copy;
    }

    private ServerConnector open(ServerConnector connector, String host, int port) throws Exception {
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(plain.getIdleTimeout());
        server.addConnector(connector);
        connector.start();
        return connector;
    }

    private void close(ServerConnector connector) throws Exception {
        connector.stop();
        server.removeConnector(connector);
    }

    private static String address(String scheme, ServerConnector connector) {
        // Bound to all addresses, it is found at this one by whoever reads what we tell: scripts on this machine.
        String host = WILDCARDS.contains(String.valueOf(connector.getHost())) ? "127.0.0.1" : connector.getHost();
        return scheme + "://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + connector.getLocalPort();
    }
}
