package io.switchboard.security.internal.issuer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which addresses may be asked for keys: by TLS only, but for this machine. */
final class Addresses {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]+|\\[[0-9a-f:.]+]");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private Addresses() {}

    /** An address that may be asked. */
    static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text);
            return isSafe(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean isSafe(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return false;
        }
        return "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme())
                        && LOOPBACK.matcher(uri.getHost()).matches());
    }

    /** Host and port. */
    static String host(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "http".equals(uri.getScheme()) ? HTTP : HTTPS;
        return uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** Host and port of {@code host} or {@code host:port}. */
    static Optional<String> host(String text) {
        return parse("https://" + text)
                .filter(uri -> uri.getRawPath().isEmpty() && uri.getRawQuery() == null)
                .filter(uri ->
                        HOST.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches())
                .map(Addresses::host);
    }
}
