package io.switchboard.http.internal.edge;

import io.switchboard.connector.ErrorCode;
import io.switchboard.http.internal.settings.HttpSettings.Plain;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Which port answers what. Immutable.
 *
 * @param plain what the port without TLS does
 * @param tlsPort the port with TLS; 0: there is none
 * @param adminApart whether administration has a port of its own, and then no other
 */
public record Ports(Plain plain, int tlsPort, boolean adminApart) {
    /** What a port is there for. */
    enum Use {
        /** Callers, without TLS. */
        PLAIN,
        /** Callers, with TLS. */
        TLS,
        /** Administrators. */
        ADMIN
    }

    private static final List<String> ADMINISTRATION =
            List.of("/metrics", "/console", "/api/deployments", "/api/security");

    void check(Use use, Request request) {
        if (use == Use.PLAIN && plain != Plain.SERVE && !request.isSecure()) {
            throw plain == Plain.REDIRECT ? redirect(request) : nowhere();
        }
        if (use != Use.ADMIN
                && adminApart
                && isAdministration(request.getHttpURI().getCanonicalPath())) {
            throw nowhere();
        }
    }

    private static boolean isAdministration(String path) {
        for (String each : ADMINISTRATION) {
            if (path.startsWith(each) && (path.length() == each.length() || path.charAt(each.length()) == '/')) {
                return true;
            }
        }
        return false;
    }

    /** Keeps method and body; only reading is sent on, for a token that was shown in the clear should be missed at once. */
    private EarlyAnswer redirect(Request request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return EarlyAnswer.refusal(
                    403,
                    ErrorCode.FORBIDDEN,
                    "This port does not take calls in the clear; use https, and change what was sent here.",
                    "该端口不接受明文调用；请使用 https，并更换已在此发送的凭据。");
        }
        String to = "https://" + Request.getServerName(request) + (tlsPort == 443 ? "" : ":" + tlsPort)
                + request.getHttpURI().getPathQuery();
        return EarlyAnswer.empty(308, List.of(new HttpField(HttpHeader.LOCATION, to)));
    }

    private static EarlyAnswer nowhere() {
        return EarlyAnswer.refusal(404, ErrorCode.NO_SUCH_OPERATION, "There is nothing at this address.", "该地址没有内容。");
    }
}
