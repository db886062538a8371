package io.switchboard.rest.internal.partner;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.access.Access;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.security.Caller;
import io.switchboard.rest.internal.answer.Exchange;
import io.switchboard.rest.internal.answer.Needs;
import io.switchboard.rest.internal.answer.ProblemAnswer;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.osgi.framework.Bundle;

/**
 * A request that was let in to a partner's servlet, until it is answered.
 *
 * @param access under which it was let in
 * @param scope the scope it took
 * @param exchange the request as it came
 * @param bundle whose servlet it is
 * @param bodyLimit the most bytes of its body
 */
record Visit(Access access, String scope, Exchange exchange, Bundle bundle, int bodyLimit) {
    private static final String ATTRIBUTE = "io.switchboard.rest.visit";

    /** The visit that a request belongs to; empty where it was not let in. */
    static Optional<Visit> of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Visit visit ? Optional.of(visit) : Optional.empty();
    }

    /** Marks the request as let in, and tells the servlet who asks. */
    void begin() {
        Caller caller = access.caller();
        var request = exchange.request();
        request.setAttribute(ATTRIBUTE, this);
        request.setAttribute("switchboard.principal", caller.principal());
        request.setAttribute("switchboard.call", access.callId());
        caller.boundCustomer().ifPresent(customer -> request.setAttribute("switchboard.customer", customer));
        exchange.response().setHeader("traceparent", access.traceparent());
        exchange.response().setHeader("Switchboard-Call", access.callId());
    }

    /** It was answered, with this status. */
    void end(int status) {
        if (status < 400) {
            access.done();
        } else {
            // The servlet has said it in its own words.
            var unused = access.failed(CallFailure.of(code(status)));
        }
    }

    /** It ends with a problem in place of whatever the servlet has written so far. */
    void fail(CallFailure failure) throws IOException {
        ProblemAnswer.send(exchange, access.failed(failure), Needs.ofScope(scope));
    }

    /** The code that says the same as a status. */
    static ErrorCode code(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 409 -> ErrorCode.CONFLICT;
            case 410 -> ErrorCode.EXPIRED;
            case 413 -> ErrorCode.TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 422 -> ErrorCode.LIMIT_EXCEEDED;
            case 429 -> ErrorCode.RATE_LIMITED;
            case 502 -> ErrorCode.BACKEND_FAILED;
            case 503 -> ErrorCode.BUSY;
            case 504 -> ErrorCode.DEADLINE_EXCEEDED;
            default -> status < 500 ? ErrorCode.INVALID_ARGUMENTS : ErrorCode.CONNECTOR_FAULT;
        };
    }
}
