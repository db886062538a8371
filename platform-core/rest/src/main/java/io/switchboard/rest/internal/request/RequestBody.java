package io.switchboard.rest.internal.request;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.rest.internal.wire.BodyBuffer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a body into memory, counting as it comes. */
final class RequestBody {
    private static final int CHUNK = 4096;
    private static final int MOST_DRAINED = 4 * 1024 * 1024;

    private RequestBody() {}

    /**
     * Whether a body comes with the request at all. Without a length, HTTP/1.1 says so by the encoding; HTTP/2 only by its type,
     * which other requests may carry too.
     */
    static boolean isThere(HttpServletRequest request, boolean expected) {
        long length = request.getContentLengthLong();
        return length > 0
                || (length < 0
                        && (request.getHeader("Transfer-Encoding") != null
                                || (expected && request.getContentType() != null)));
    }

    /** What the body is written in. */
    static ContentType type(HttpServletRequest request) throws CallFailure {
        String encoding = request.getHeader("Content-Encoding");
        ContentType type = encoding == null || encoding.toLowerCase(Locale.ROOT).equals("identity")
                ? ContentType.of(request.getContentType())
                : null;
        if (type == null) {
            throw CallFailure.of(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send the body as application/json or application/xml, in UTF-8, without Content-Encoding.",
                    "请求体须为 UTF-8 的 application/json 或 application/xml，且不得使用 Content-Encoding。");
        }
        return type;
    }

    /** Reads all of the body into a buffer that was made for as many bytes as it may have. */
    static void read(HttpServletRequest request, BodyBuffer into, int limit) throws CallFailure {
        into.reset(limit);
        try {
            if (request.getContentLengthLong() > limit) {
                throw drained(request, limit);
            }
            InputStream body = request.getInputStream();
            byte[] chunk = new byte[(int) Math.min(CHUNK, Math.max(64, request.getContentLengthLong() + 1))];
            int count = body.read(chunk);
            while (count >= 0) {
                if (count > limit - into.size()) {
                    throw drained(request, limit);
                }
                into.write(chunk, 0, count);
                count = body.read(chunk);
            }
        } catch (IOException | RuntimeException e) {
            throw unreadable(e, limit);
        }
    }

    /**
     * Takes in some more, and lets it go: a connection that is closed with bytes unread is reset, and a caller who still writes then
     * loses the answer. Who asked first whether to send its body has not begun to.
     */
    private static CallFailure drained(HttpServletRequest request, int limit) throws IOException {
        if (request.getHeader("Expect") == null) {
            InputStream body = request.getInputStream();
            byte[] chunk = new byte[CHUNK];
            int left = MOST_DRAINED;
            int count = body.read(chunk);
            while (count >= 0 && left > 0) {
                left -= count;
                count = body.read(chunk);
            }
        }
        return tooLarge(limit);
    }

    /** The server has a limit of its own, and says so by an exception of its own, which begins with the status. */
    private static CallFailure unreadable(Throwable failure, int limit) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).startsWith("413")) {
                return tooLarge(limit);
            }
        }
        return CallFailure.of(ErrorCode.MALFORMED_BODY, "The body could not be read to its end.", "请求体未能完整读取。");
    }

    private static CallFailure tooLarge(int limit) {
        return CallFailure.of(
                ErrorCode.TOO_LARGE, "The body is larger than " + limit + " bytes.", "请求体超过 " + limit + " 字节。");
    }
}
