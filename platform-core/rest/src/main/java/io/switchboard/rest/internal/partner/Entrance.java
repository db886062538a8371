package io.switchboard.rest.internal.partner;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.access.Access;
import io.switchboard.core.access.AccessGate;
import io.switchboard.core.access.AccessRequest;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallGate;
import io.switchboard.core.call.Credentials;
import io.switchboard.rest.internal.answer.Admission;
import io.switchboard.rest.internal.answer.Exchange;
import io.switchboard.rest.internal.answer.Needs;
import io.switchboard.rest.internal.answer.ProblemAnswer;
import io.switchboard.rest.internal.request.Credentialed;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;

/** Lets requests in to the servlets of one bundle, or not; before any filter. Safe for use from many threads. */
public final class Entrance {
    private final Bundle bundle;
    private final Doors doors;
    private final AccessGate gate;
    private final CallGate calls;
    private final IntSupplier bodyLimit;
    private final Supplier<Optional<String>> address;

    /**
     * Stands before the servlets of a bundle.
     *
     * @param calls records who was refused before anybody could be asked
     * @param bodyLimit the most bytes of a body
     * @param address where the hub stands, as it is configured
     */
    public Entrance(
            Bundle bundle,
            Doors doors,
            AccessGate gate,
            CallGate calls,
            IntSupplier bodyLimit,
            Supplier<Optional<String>> address) {
        this.address = address;
        this.bundle = bundle;
        this.doors = doors;
        this.gate = gate;
        this.calls = calls;
        this.bodyLimit = bodyLimit;
    }

    /** Whether the request may go on; if not, it is answered, or the server answers that it may not. */
    public boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            // Within a bundle, where a request goes on to is its author's affair; to somebody else's servlet it has no
            // right.
            return Visit.of(request)
                    .filter(visit -> visit.bundle().equals(bundle))
                    .isPresent();
        }
        Exchange exchange = new Exchange(request, response, address);
        Optional<Credentials> credentials = Optional.empty();
        try {
            credentials = Credentialed.of(request);
            return enter(exchange, exchange.arrival(credentials));
        } catch (CallFailure failure) {
            ProblemAnswer.send(exchange, calls.refuse(exchange.arrival(credentials), failure), Needs.NOTHING);
            return false;
        }
    }

    private boolean enter(Exchange exchange, Arrival arrival) throws CallFailure, IOException {
        HttpServletRequest request = exchange.request();
        Door door = doors.of(request, bundle);
        Optional<Access> access = Admission.ask(
                gate,
                new AccessRequest(
                        arrival,
                        door.name(),
                        door.scope(),
                        door.audience(),
                        "{\"method\":\"" + method(request) + "\"}"),
                exchange);
        if (access.isEmpty()) {
            return false;
        }
        Visit visit = new Visit(access.get(), door.scope(), exchange, bundle, bodyLimit.getAsInt());
        if (request.getContentLengthLong() > visit.bodyLimit()) {
            visit.fail(CallFailure.of(ErrorCode.TOO_LARGE));
            return false;
        }
        visit.begin();
        return true;
    }

    /** Of the methods that there are; a caller may invent others, which are nobody's. */
    private static String method(HttpServletRequest request) throws CallFailure {
        String method = request.getMethod();
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
            // TRACE would say back whatever headers came.
            default -> throw CallFailure.of(ErrorCode.METHOD_NOT_ALLOWED);
        };
    }
}
