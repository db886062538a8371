package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.token.HubIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;

/** By which names callers may mean the hub. */
final class Addresses {
    static final String TOKEN_PATH = "/oauth2/token";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private Addresses() {}

    /** What a token may be asked for (RFC 8707): the hub, with or without the slash that some write behind an address. */
    static Set<String> resources(HubIdentity hub, HttpServletRequest request) {
        Set<String> names = new HashSet<>();
        names.add(hub.audience());
        BaseAddress.of(hub, request).ifPresent(base -> {
            names.add(base.text());
            names.add(base.text() + "/");
        });
        return names;
    }

    /**
     * Whom a client's assertion may be for (RFC 7523, 3). Without a configured address that is the one that the request came to, but only
     * on the hub's own machine: elsewhere who sends the request could choose its name, and pass on what was meant for another server.
     */
    static Set<String> audiences(HubIdentity hub, HttpServletRequest request) {
        Set<String> names = new HashSet<>();
        names.add(hub.issuer());
        BaseAddress.of(hub, request)
                .filter(base -> base.configured() || LOOPBACK.contains(request.getServerName()))
                .ifPresent(base -> {
                    names.add(base.text());
                    names.add(base.text() + TOKEN_PATH);
                });
        return names;
    }
}
