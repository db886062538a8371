package io.switchboard.rest.internal.answer;

import io.switchboard.core.call.Quota;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Tells callers how near they are to a limit (draft-ietf-httpapi-ratelimit-headers-10), so that they slow down before they meet it. */
final class QuotaHeaders {
    private QuotaHeaders() {}

    /** Adds them to an answer that has none, where a limit was asked at all. */
    static void add(HttpServletResponse response, @Nullable Quota quota) {
        if (quota != null) {
            String policy = '"' + quota.policy() + '"';
            response.addHeader("RateLimit-Policy", policy + ";q=" + quota.calls() + ";w=" + quota.windowSeconds());
            response.addHeader("RateLimit", policy + ";r=" + quota.left() + ";t=" + quota.resetSeconds());
        }
    }
}
