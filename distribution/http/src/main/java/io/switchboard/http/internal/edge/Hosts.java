package io.switchboard.http.internal.edge;

import io.switchboard.connector.ErrorCode;
import io.switchboard.http.internal.settings.Network;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Serves only those who call the hub by a name of its own. A page on the web can have a name of its own point at this machine, and then
 * ask it as if it were the page's own server; what it cannot change is the name that the browser sends. Immutable.
 */
final class Hosts {
    private final Set<String> names;

    Hosts(Set<String> configured, String bound) {
        Set<String> all = new HashSet<>(configured);
        all.add(bound.toLowerCase(Locale.ROOT));
        names = Set.copyOf(all);
    }

    void check(Request request) {
        String name = Request.getServerName(request);
        if (name == null || !isOurs(name, request)) {
            throw EarlyAnswer.refusal(
                    421,
                    ErrorCode.INVALID_ARGUMENTS,
                    "The hub is not known by this name. Its operator can add it to hosts[] in its HTTP settings.",
                    "hub 不使用该主机名。可由运维人员加入其 HTTP 配置的 hosts[]。");
        }
    }

    private boolean isOurs(String name, Request request) {
        if (name.equals("127.0.0.1") || names.contains(name) || name.equals("localhost")) {
            return true;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (names.contains(lower) || lower.equals("localhost")) {
            return true;
        }
        Optional<InetAddress> address = Network.address(lower.replaceAll("^\\[|]$", ""));
        return address.isPresent()
                && (address.get().isLoopbackAddress() || address.get().equals(localAddress(request)));
    }

    private static @Nullable InetAddress localAddress(Request request) {
        return request.getConnectionMetaData().getLocalSocketAddress() instanceof InetSocketAddress local
                ? local.getAddress()
                : null;
    }
}
