package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.token.HubIdentity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Below which address the metadata says that the endpoints stand: the configured one, or else the one that the request came to, which
 * suits a hub on one's own machine and nothing more.
 *
 * @param text scheme and authority
 * @param configured whether it is the same for everybody
 */
record BaseAddress(String text, boolean configured) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\]");

    /** The address; empty where the request names a host that is none. */
    static Optional<BaseAddress> of(HubIdentity hub, HttpServletRequest request) {
        if (hub.address().isPresent()) {
            return hub.address().map(address -> new BaseAddress(address, true));
        }
        String host = request.getServerName();
        boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
        String shown = bare ? "[" + host + "]" : host;
        if (!HOST.matcher(shown).matches()) {
            return Optional.empty();
        }
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return Optional.of(new BaseAddress(request.getScheme() + "://" + shown + (usual ? "" : ":" + port), false));
    }

    String cacheControl() {
        return configured ? Answers.KEPT_A_WHILE : Answers.NEVER_KEPT;
    }

    static void refuse(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
}
