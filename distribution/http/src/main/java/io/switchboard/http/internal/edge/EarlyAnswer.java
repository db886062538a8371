package io.switchboard.http.internal.edge;

import io.switchboard.connector.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request before any servlet sees it. Thrown, for that is how the server lets those be answered that come before its handlers;
 * without a stack trace, for it is no accident, and there may be many.
 */
public final class EarlyAnswer extends HttpException.RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable ErrorCode code;
    private final String en;
    private final String zh;
    private final transient List<HttpField> fields;

    private EarlyAnswer(int status, @Nullable ErrorCode code, String en, String zh, List<HttpField> fields) {
        super(status);
        this.code = code;
        this.en = en;
        this.zh = zh;
        this.fields = List.copyOf(fields);
    }

    /** An answer without a body, for one that is no refusal. */
    static EarlyAnswer empty(int status, List<HttpField> fields) {
        return new EarlyAnswer(status, null, "", "", fields);
    }

    /** A refusal, which says what to do; the words must not quote what the caller sent. */
    static EarlyAnswer refusal(int status, ErrorCode code, String en, String zh) {
        return new EarlyAnswer(status, code, en, zh, List.of());
    }

    /** The same, with when to come again. */
    EarlyAnswer retryAfter(long seconds) {
        return with(new HttpField(HttpHeader.RETRY_AFTER, Long.toString(seconds)));
    }

    private EarlyAnswer with(HttpField field) {
        List<HttpField> more = new ArrayList<>(fields);
        more.add(field);
        return new EarlyAnswer(getCode(), code, en, zh, more);
    }

    /** The code of the catalogue; null: it is no refusal, and has no body. */
    public @Nullable ErrorCode code() {
        return code;
    }

    /** What to do, in one of the two languages. */
    public String detail(boolean chinese) {
        return chinese ? zh : en;
    }

    /** Its headers. */
    public List<HttpField> fields() {
        return fields;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
