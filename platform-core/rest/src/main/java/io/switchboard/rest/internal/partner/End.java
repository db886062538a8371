package io.switchboard.rest.internal.partner;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Waits for the end of a visit: now, or when the servlet has answered from elsewhere. */
final class End implements AsyncListener {
    private final Visit visit;
    private final HttpServletResponse response;

    private End(Visit visit, HttpServletResponse response) {
        this.visit = visit;
        this.response = response;
    }

    /** Called when the servlet has returned. */
    static void await(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        if (request.isAsyncStarted()) {
            try {
                request.getAsyncContext().addListener(new End(visit, response));
                return;
            } catch (IllegalStateException e) {
                // It has answered in between.
            }
        }
        visit.end(response.getStatus());
    }

    @Override
    public void onComplete(AsyncEvent event) {
        visit.end(response.getStatus());
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        var unused = visit.access().failed(CallFailure.of(ErrorCode.DEADLINE_EXCEEDED));
    }

    @Override
    public void onError(AsyncEvent event) {
        var unused = visit.access().failed(CallFailure.of(ErrorCode.CONNECTOR_FAULT));
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Begun once more, it forgets who listened.
        event.getAsyncContext().addListener(this);
    }
}
