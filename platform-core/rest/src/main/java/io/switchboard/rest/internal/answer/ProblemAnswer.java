package io.switchboard.rest.internal.answer;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.Problem;
import io.switchboard.rest.internal.wire.BodyBuffer;
import io.switchboard.rest.internal.wire.Rendering;
import io.switchboard.rest.internal.wire.XmlRoot;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with a problem: body and headers. */
public final class ProblemAnswer {
    private static final int LIMIT = 256 * 1024;
    private static final long MILLIS = 1000;

    private ProblemAnswer() {}

    /**
     * Writes it whole.
     *
     * @param needs what the operation asks for
     */
    public static void send(Exchange exchange, Problem problem, Needs needs) throws IOException {
        BodyBuffer body = new BodyBuffer(LIMIT);
        Rendering rendering = new Rendering(exchange.format(), body, XmlRoot.PROBLEM);
        ProblemBody.write(problem, exchange.locale(), rendering.out());
        rendering.finish();
        HttpServletResponse response = exchange.response();
        exchange.inLanguage();
        response.setHeader("traceparent", problem.traceparent());
        response.setHeader("Switchboard-Call", problem.callId());
        if (problem.replayed()) {
            response.setHeader("Idempotency-Replayed", "true");
        }
        problem.retryAfter()
                .ifPresent(wait -> response.setHeader(
                        "Retry-After", Long.toString((Math.max(0, wait.toMillis()) + MILLIS - 1) / MILLIS)));
        setHeadersOf(problem.code(), exchange, needs);
        exchange.send(problem.code().httpStatus(), exchange.format().problemType(), body);
    }

    private static void setHeadersOf(ErrorCode code, Exchange exchange, Needs needs) {
        HttpServletResponse response = exchange.response();
        switch (code) {
            case UNAUTHENTICATED ->
                response.setHeader(
                        "WWW-Authenticate",
                        challenge(exchange)
                                + (exchange.request().getHeader("Authorization") == null
                                        ? ""
                                        : ", error=\"invalid_token\""));
            case SCOPE_MISSING ->
                response.setHeader(
                        "WWW-Authenticate",
                        challenge(exchange) + ", error=\"insufficient_scope\"" + member("scope", needs.scope()));
            // RFC 9470, 3: who has proved too little proves that, and comes again with the token it gets for it.
            case STEP_UP_REQUIRED ->
                response.setHeader(
                        "WWW-Authenticate",
                        challenge(exchange) + ", error=\"insufficient_user_authentication\""
                                + member("acr_values", needs.assurance()));
            case UNSUPPORTED_MEDIA_TYPE -> response.setHeader("Accept", "application/json, application/xml");
            // What is left of a body that is too large is not read, so the connection is of no more use.
            case TOO_LARGE -> response.setHeader("Connection", "close");
            default -> {
                // No header of its own.
            }
        }
    }

    private static String member(String name, String value) {
        return value.isEmpty() ? "" : ", " + name + "=\"" + value + "\"";
    }

    /** Says how to authenticate, and where it is said who gives tokens (RFC 6750, RFC 9728). */
    private static String challenge(Exchange exchange) {
        return "Bearer realm=\"switchboard\", resource_metadata=\"" + exchange.address()
                + "/.well-known/oauth-protected-resource\"";
    }
}
