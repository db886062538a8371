package io.switchboard.security.internal.oauth;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Writes the endpoints' answers. */
final class Answers {
    static final String NEVER_KEPT = "no-store";
    static final String KEPT_A_WHILE = "public, max-age=300";

    private static final JsonMapper JSON = new JsonMapper();

    private Answers() {}

    static void json(HttpServletResponse response, int status, String cacheControl, Map<String, ?> body)
            throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", cacheControl);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Where the status says it all. */
    static void empty(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader("Cache-Control", NEVER_KEPT);
        response.setContentLength(0);
    }

    static void methodNotAllowed(HttpServletResponse response, String allowed) throws IOException {
        response.setHeader("Allow", allowed);
        json(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, NEVER_KEPT, Map.of("error", "invalid_request"));
    }
}
