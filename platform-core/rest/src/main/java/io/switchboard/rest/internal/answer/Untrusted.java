package io.switchboard.rest.internal.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * Tells beside an answer where the text stands in it that customers wrote, for agents to take as data. A header leaves the body as it is
 * declared, and nothing that stands in the body can forge it.
 */
final class Untrusted {
    private static final String HEADER = "Switchboard-Untrusted";
    private static final int LONGEST = 2_000;

    private Untrusted() {}

    static void tell(HttpServletResponse response, List<String> paths) {
        if (!paths.isEmpty()) {
            String all = String.join(", ", paths);
            response.addHeader(HEADER, all.length() <= LONGEST ? all : "*");
        }
    }
}
