package io.switchboard.http.internal;

import io.switchboard.connector.ErrorCode;
import io.switchboard.http.internal.edge.EarlyAnswer;
import io.switchboard.http.internal.edge.SecurityHeaders;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what no servlet ever sees, such as a request that is no HTTP, or one that the guard does not let in, as all refusals of the hub
 * are answered. Of what was wrong it says the guard's words, and never the server's: those tell about the server.
 */
final class ProblemPages extends ErrorHandler {
    ProblemPages() {
        setCacheControl("no-store");
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SecurityHeaders.put(response.getHeaders(), request.isSecure());
        if (request.getAttribute(ERROR_EXCEPTION) instanceof EarlyAnswer early) {
            for (HttpField field : early.fields()) {
                response.getHeaders().put(field);
            }
            response.setStatus(early.getCode());
            @Nullable ErrorCode code = early.code();
            if (code == null) {
                callback.succeeded();
            } else {
                write(request, response, early.getCode(), code, early.detail(isChinese(request)), callback);
            }
            return true;
        }
        return super.handle(request, response, callback);
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        write(request, response, status, code(status), "", callback);
    }

    private static void write(
            Request request, Response response, int status, ErrorCode code, String detail, Callback callback) {
        boolean chinese = isChinese(request);
        String said = chinese ? code.zh() : code.en();
        String body = "{\"type\":\"/api/errors#" + code.number() + "\",\"title\":\"" + said + "\",\"status\":" + status
                + (detail.isEmpty() ? "" : ",\"detail\":\"" + detail + "\"")
                + ",\"code\":" + code.number() + ",\"advice\":\"" + code.advice() + "\",\"message\":\"" + said
                + "\",\"traceId\":\"" + UUID.randomUUID().toString().replace("-", "") + "\"}";
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        headers.put(HttpHeader.CONTENT_LANGUAGE, chinese ? "zh" : "en");
        Content.Sink.write(response, true, body, callback);
    }

    private static boolean isChinese(Request request) {
        return String.valueOf(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE))
                .startsWith("zh");
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
