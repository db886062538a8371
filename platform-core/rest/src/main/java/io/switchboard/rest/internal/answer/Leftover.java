package io.switchboard.rest.internal.answer;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What is left of a body when the answer is known already. The server closes a connection on which some of it is still to come, and by
 * then the answer may have promised to keep it: the caller's next request would be lost on it.
 */
final class Leftover {
    private static final int CHUNK = 4096;
    private static final int MOST_TAKEN = 64 * 1024;

    private Leftover() {}

    /** Takes in a little rest, so that the connection can be kept; of a larger one says that it will be closed. */
    static void settle(HttpServletRequest request, HttpServletResponse response) {
        if (hasBody(request) && !response.containsHeader("Connection") && !isTaken(request, response)) {
            response.setHeader("Connection", "close");
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isTaken(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("Expect") != null) {
            // Whoever asked first whether to send its body sends none that is refused; touching it would ask for it.
            return response.getStatus() < HttpServletResponse.SC_MULTIPLE_CHOICES;
        }
        try {
            ServletInputStream body = request.getInputStream();
            if (body.isFinished()) {
                return true;
            }
            if (request.getContentLengthLong() > MOST_TAKEN) {
                return false;
            }
            byte[] chunk = new byte[CHUNK];
            int taken = 0;
            int count = body.read(chunk);
            while (count >= 0 && taken <= MOST_TAKEN) {
                taken += count;
                count = body.read(chunk);
            }
            return count < 0;
        } catch (IOException | RuntimeException e) {
            // The caller has gone, or sends what is no HTTP.
            return false;
        }
    }
}
