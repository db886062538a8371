package io.switchboard.http.internal.edge;

import io.switchboard.http.internal.settings.HttpSettings;
import io.switchboard.http.internal.settings.HttpSettings.Plain;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** Guards the ports of a server, by settings that may change while they are open. Safe for use from many threads. */
public final class Guard {
    private final LongSupplier nanoTime;
    private final Connections connections = new Connections(this::bounds);
    private volatile @Nullable HttpSettings settings;
    private volatile Optional<Rules> rules = Optional.empty();
    private String host = "";
    private boolean shut;
    private final Pause pause;
    private volatile Ports ports = new Ports(Plain.SERVE, 0, false);

    /** Lets nobody in as long as there are no settings, nor while the hub pauses. */
    public Guard(LongSupplier nanoTime, Pause pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /** Goes by these settings from now on. */
    public synchronized void goBy(HttpSettings newSettings) {
        settings = newSettings;
        renew();
    }

    /** Lets nobody in any more. */
    public synchronized void shut() {
        shut = true;
        renew();
    }

    /** Knows from now on which ports there are, and what the host is called that they were opened on. */
    public synchronized void standsAt(String newHost, Ports newPorts) {
        host = newHost;
        ports = newPorts;
        renew();
    }

    private void renew() {
        HttpSettings now = settings;
        rules = now == null || shut ? Optional.empty() : Optional.of(new Rules(now, host, ports, nanoTime));
    }

    /** Stands before the port that Felix opened. */
    public void guardPlain(ServerConnector connector) {
        guard(connector, Ports.Use.PLAIN);
    }

    /** Stands before the port with TLS. */
    public void guardTls(ServerConnector connector) {
        guard(connector, Ports.Use.TLS);
    }

    /** Stands before the port of administration. */
    public void guardAdmin(ServerConnector connector) {
        guard(connector, Ports.Use.ADMIN);
    }

    private void guard(ServerConnector connector, Ports.Use use) {
        Edge edge = new Edge(() -> rules, use, pause, nanoTime);
        for (ConnectionFactory factory : connector.getConnectionFactories()) {
            if (factory instanceof HttpConfiguration.ConnectionFactory http) {
                http.getHttpConfiguration().addCustomizer(edge);
            }
        }
        connector.getSelectorManager().addEventListener(connections);
        connector.getSelectorManager().addEventListener(new Heads(connector, nanoTime));
    }

    private Connections.Bounds bounds() {
        HttpSettings now = settings;
        return now == null ? NOBODY_YET : new Of(now);
    }

    private static final Connections.Bounds NOBODY_YET = new Connections.Bounds() {
        @Override
        public int all() {
            return 1_000;
        }

        @Override
        public int each() {
            return 0;
        }

        @Override
        public boolean exempts(InetAddress address) {
            return false;
        }
    };

    private record Of(HttpSettings settings) implements Connections.Bounds {
        @Override
        public int all() {
            return settings.connections();
        }

        @Override
        public int each() {
            return settings.connectionsPerAddress();
        }

        @Override
        public boolean exempts(InetAddress address) {
            return HttpSettings.contains(settings.exempt(), address)
                    || HttpSettings.contains(settings.proxies(), address);
        }
    }
}
