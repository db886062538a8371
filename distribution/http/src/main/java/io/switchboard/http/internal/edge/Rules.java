package io.switchboard.http.internal.edge;

import io.switchboard.http.internal.settings.HttpSettings;
import io.switchboard.http.internal.settings.Network;
import java.net.InetAddress;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The settings, made ready for requests. A change of settings makes new ones. Safe for use from many threads. */
public final class Rules {
    private final List<Network> proxies;
    private final List<Network> exempt;
    private final @Nullable AddressRates rates;
    private final Hosts hosts;
    private final Origins origins;
    private final Ports ports;

    /**
     * Makes them.
     *
     * @param host what the server was told to listen on, a name or an address
     * @param ports which port answers what; stays as it was at the start, whatever the settings say now
     */
    Rules(HttpSettings settings, String host, Ports ports, LongSupplier nanoTime) {
        this.proxies = settings.proxies();
        this.exempt = settings.exempt();
        this.rates =
                settings.requestsPerSecond() == 0 ? null : new AddressRates(settings.requestsPerSecond(), nanoTime);
        this.hosts = new Hosts(settings.hosts(), host);
        this.origins = new Origins(settings.origins());
        this.ports = ports;
    }

    /** Lets a request pass, as its sender made it. */
    Request admit(Request request, HttpFields.Mutable headers, Ports.Use use) {
        Sender sender = Sender.of(request, proxies);
        InetAddress address = sender.address();
        if (address != null && rates != null && !isExempt(sender, address)) {
            rates.admit(address);
        }
        Request sent =
                sender.believed() && address != null ? new SentRequest(request, address, sender.secure()) : request;
        SecurityHeaders.add(headers, sent.isSecure());
        hosts.check(sent);
        ports.check(use, sent);
        origins.check(sent, headers);
        return sent;
    }

    /** A proxy of which nobody told us brings all the world, and has no more rights than the world has. */
    private boolean isExempt(Sender sender, InetAddress address) {
        return (!sender.forwarded() || sender.believed()) && HttpSettings.contains(exempt, address);
    }
}
