package io.switchboard.http.internal.edge;

import io.switchboard.connector.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Decides which pages in browsers may call: those of the hub itself, and those of the origins that are configured. Others may change
 * nothing, whatever a browser would let them send. Immutable.
 */
final class Origins {
    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Origin");
    private static final HttpField EXPOSED = new PreEncodedHttpField(
            "Access-Control-Expose-Headers",
            "Switchboard-Call, Idempotency-Replayed, Retry-After, RateLimit, RateLimit-Policy, traceparent,"
                    + " WWW-Authenticate");
    private static final HttpField METHODS =
            new HttpField("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
    private static final HttpField HEADERS = new HttpField(
            "Access-Control-Allow-Headers",
            "Authorization, Content-Type, Idempotency-Key, Switchboard-Conversation, Switchboard-Timeout-Ms, traceparent");
    private static final HttpField MAX_AGE = new HttpField("Access-Control-Max-Age", "600");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Set<String> allowed;

    Origins(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** Lets the request pass, says to the browser what it may show to the page, or answers the browser's question. */
    void check(Request request, HttpFields.Mutable headers) {
        if (!allowed.isEmpty()) {
            headers.add(VARY);
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin == null) {
            return;
        }
        String method = request.getMethod();
        if (allowed.contains(origin.toLowerCase(Locale.ROOT))) {
            HttpField allow = new HttpField("Access-Control-Allow-Origin", origin);
            if (method.equals("OPTIONS") && request.getHeaders().contains("Access-Control-Request-Method")) {
                throw EarlyAnswer.empty(204, List.of(allow, METHODS, HEADERS, MAX_AGE, VARY));
            }
            headers.put(allow);
            headers.put(EXPOSED);
        } else if ((!READING.contains(method) || request.getHeaders().contains(HttpHeader.UPGRADE))
                && !origin.equalsIgnoreCase(own(request))) {
            throw EarlyAnswer.refusal(
                    403,
                    ErrorCode.FORBIDDEN,
                    "Pages of this origin may not call the hub. Its operator can add it to origins[] in"
                            + " its HTTP settings.",
                    "该来源的网页不得调用 hub。可由运维人员加入其 HTTP 配置的 origins[]。");
        }
    }

    /** The origin of the hub's own pages, as the browser would write it. */
    private static @Nullable String own(Request request) {
        String host = Request.getServerName(request);
        if (host == null) {
            return null;
        }
        String scheme = request.isSecure() ? "https" : "http";
        int port = Request.getServerPort(request);
        boolean usual = port <= 0 || port == (request.isSecure() ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
