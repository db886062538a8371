package io.switchboard.backends.internal.client;

import io.switchboard.connector.http.HttpEndpoint;
import java.net.URI;

/** One endpoint and what is known of it. Safe for use from many threads. */
record Endpoint(URI address, Breaker breaker) {
    HttpEndpoint shown() {
        Breaker.Standing now = breaker.standing();
        return new HttpEndpoint(address, now.state(), now.why(), now.since());
    }

    boolean isUp() {
        return breaker.standing().state() == HttpEndpoint.State.UP;
    }

    /** Whether an address is at this endpoint's host and port. */
    boolean hosts(URI other) {
        return address.getScheme().equalsIgnoreCase(other.getScheme())
                && address.getHost().equalsIgnoreCase(other.getHost())
                && port(address) == port(other);
    }

    static int port(URI address) {
        if (address.getPort() > 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
