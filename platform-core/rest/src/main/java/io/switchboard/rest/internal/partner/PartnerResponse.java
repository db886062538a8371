package io.switchboard.rest.internal.partner;

import io.switchboard.core.call.CallFailure;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response as a partner's servlet sees it: what it only has a status for, the hub says as a problem. */
final class PartnerResponse extends HttpServletResponseWrapper {
    private final HttpServletResponse response;
    private final Visit visit;
    private final List<Map.Entry<String, String>> before = new ArrayList<>();

    PartnerResponse(HttpServletResponse response, Visit visit) {
        super(response);
        this.response = response;
        this.visit = visit;
        for (String name : response.getHeaderNames()) {
            for (String value : response.getHeaders(name)) {
                before.add(Map.entry(name, value));
            }
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        fail(CallFailure.of(Visit.code(status)));
    }

    /** The text is for a page that there is not; it may hold what is nobody's business. */
    @Override
    public void sendError(int status, @Nullable String text) throws IOException {
        sendError(status);
    }

    /** Everything that was said goes, but what the hub said before the servlet. */
    @Override
    public void reset() {
        response.reset();
        before.forEach(header -> response.addHeader(header.getKey(), header.getValue()));
    }

    void fail(CallFailure failure) throws IOException {
        reset();
        visit.fail(failure);
    }
}
