package io.switchboard.rest.internal.request;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;

/** Reads who a caller claims to be. */
public final class Credentialed {
    private static final int LONGEST = 16 * 1024;

    private Credentialed() {}

    /**
     * The credentials of a request; empty where there are none.
     *
     * @throws CallFailure where they are too long, or there are two
     */
    public static Optional<Credentials> of(HttpServletRequest request) throws CallFailure {
        Enumeration<String> headers = request.getHeaders("Authorization");
        if (headers == null || !headers.hasMoreElements()) {
            return Optional.empty();
        }
        String header = headers.nextElement();
        if (headers.hasMoreElements()) {
            throw CallFailure.of(
                    ErrorCode.UNAUTHENTICATED, "Send one Authorization header, not two.", "Authorization 请求头只能有一个。");
        }
        if (header.length() > LONGEST) {
            throw CallFailure.of(
                    ErrorCode.TOO_LARGE,
                    "The Authorization header is longer than 16 KiB.",
                    "Authorization 请求头超过 16 KiB。");
        }
        int space = header.indexOf(' ');
        if (space < 0) {
            return Optional.of(new Credentials(header.toLowerCase(Locale.ROOT), ""));
        }
        String scheme = space == 6 && header.startsWith("Bearer")
                ? "bearer"
                : header.substring(0, space).toLowerCase(Locale.ROOT);
        return Optional.of(new Credentials(scheme, header.substring(space + 1).strip()));
    }
}
