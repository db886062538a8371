package io.switchboard.http.internal.edge;

import io.switchboard.http.internal.settings.HttpSettings;
import io.switchboard.http.internal.settings.Network;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Who a request comes from. What the headers of proxies say counts only where a proxy of ours wrote it: the list is read from its end,
 * as long as each speaker is one of those. What stands before that, anybody may have written.
 *
 * @param address the sender's address; null where there is none (a local socket)
 * @param forwarded whether headers of proxies came along, true or not
 * @param believed whether a proxy of ours spoke for it
 * @param secure whether it came by TLS, as far as is known
 */
record Sender(@Nullable InetAddress address, boolean forwarded, boolean believed, boolean secure) {
    private static final String FOR = "for=";
    private static final String PROTO = "proto=";

    static Sender of(Request request, List<Network> proxies) {
        InetAddress peer = request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? socket.getAddress()
                : null;
        HttpFields headers = request.getHeaders();
        boolean forwarded = headers.contains(HttpHeader.X_FORWARDED_FOR) || headers.contains(HttpHeader.FORWARDED);
        if (!forwarded || peer == null || !HttpSettings.contains(proxies, peer)) {
            return new Sender(peer, forwarded, false, request.isSecure());
        }
        boolean standard = headers.contains(HttpHeader.FORWARDED);
        List<String> speakers =
                standard ? parameters(headers, FOR) : items(headers.getValuesList(HttpHeader.X_FORWARDED_FOR));
        List<String> protocols =
                standard ? parameters(headers, PROTO) : items(headers.getValuesList(HttpHeader.X_FORWARDED_PROTO));
        boolean secure = protocols.isEmpty()
                ? request.isSecure()
                : protocols.get(protocols.size() - 1).equalsIgnoreCase("https");
        return new Sender(farthest(peer, speakers, proxies), true, true, secure);
    }

    private static InetAddress farthest(InetAddress peer, List<String> speakers, List<Network> proxies) {
        InetAddress farthest = peer;
        for (int i = speakers.size() - 1; i >= 0 && HttpSettings.contains(proxies, farthest); i--) {
            Optional<InetAddress> next = Network.address(withoutPort(speakers.get(i)));
            if (next.isEmpty()) {
                // "unknown", or an obfuscated name: from here on nobody can say.
                return farthest;
            }
            farthest = next.get();
        }
        return farthest;
    }

    private static List<String> items(List<String> lines) {
        List<String> items = new ArrayList<>();
        for (String line : lines) {
            for (String item : line.split(",", -1)) {
                items.add(item.strip());
            }
        }
        return items;
    }

    /** One parameter of each element of Forwarded (RFC 7239); an element without it says nothing. */
    private static List<String> parameters(HttpFields headers, String name) {
        List<String> values = new ArrayList<>();
        for (String element : items(headers.getValuesList(HttpHeader.FORWARDED))) {
            for (String pair : element.split(";", -1)) {
                String text = pair.strip();
                if (text.toLowerCase(Locale.ROOT).startsWith(name)) {
                    values.add(text.substring(name.length()).replace("\"", ""));
                }
            }
        }
        return values;
    }

    /** {@code [2001:db8::1]:4711} and {@code 192.0.2.1:4711} without what is not the address. */
    private static String withoutPort(String node) {
        int bracket = node.indexOf(']');
        if (node.startsWith("[") && bracket > 0) {
            return node.substring(1, bracket);
        }
        int colon = node.indexOf(':');
        return colon > 0 && colon == node.lastIndexOf(':') ? node.substring(0, colon) : node;
    }
}
