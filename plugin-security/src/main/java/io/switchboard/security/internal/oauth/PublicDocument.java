package io.switchboard.security.internal.oauth;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What anybody may read, and nobody do anything else with. */
abstract class PublicDocument extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Writes the document. */
    abstract void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            answer(request, response);
        } else {
            // Here and not by the container, whose own pages tell more.
            Answers.methodNotAllowed(response, "GET, HEAD");
        }
    }
}
