package io.switchboard.http.internal;

import io.switchboard.connector.ErrorCode;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what no servlet ever sees, such as a request that is no HTTP, as all refusals of the hub are answered. It says nothing of what
 * exactly was wrong: the words for that are the server's, and tell about the server.
 */
final class ProblemPages extends ErrorHandler {
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        ErrorCode code = code(status);
        boolean chinese = String.valueOf(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE))
                .startsWith("zh");
        String said = chinese ? code.zh() : code.en();
        String body = "{\"type\":\"/api/errors#" + code.number() + "\",\"title\":\"" + said + "\",\"status\":" + status
                + ",\"code\":" + code.number() + ",\"advice\":\"" + code.advice() + "\",\"message\":\"" + said
                + "\",\"traceId\":\"" + UUID.randomUUID().toString().replace("-", "") + "\"}";
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put(HttpHeader.CONTENT_LANGUAGE, chinese ? "zh" : "en");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        Content.Sink.write(response, true, body, callback);
    }

    static ErrorCode code(int status) {
        return switch (status) {
            case 404 -> ErrorCode.NO_SUCH_OPERATION;
            case 405, 501 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 413, 414, 431 -> ErrorCode.TOO_LARGE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ErrorCode.BUSY;
            default -> status >= 500 && status != 505 ? ErrorCode.INTERNAL : ErrorCode.INVALID_ARGUMENTS;
        };
    }
}
