package io.switchboard.rest.internal.door;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallGate;
import io.switchboard.rest.internal.answer.Exchange;
import io.switchboard.rest.internal.answer.Needs;
import io.switchboard.rest.internal.answer.ProblemAnswer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Answers where nobody else does, so that a mistyped address gets a problem too, and not a page of the server's. */
@SuppressWarnings("serial") // No container of ours writes servlets down.
final class NowhereServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient CallGate gate;

    NowhereServlet(CallGate gate) {
        this.gate = gate;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Exchange exchange = new Exchange(request, response);
        CallFailure nowhere = CallFailure.of(
                ErrorCode.NO_SUCH_OPERATION,
                "There is nothing at this address. Operations are below /api; see /api/openapi.json.",
                "该地址没有内容。操作位于 /api 之下，见 /api/openapi.json。");
        ProblemAnswer.send(exchange, gate.refuse(exchange.arrival(Optional.empty()), nowhere), Needs.NOTHING);
    }
}
