package io.switchboard.http.internal.edge;

import io.switchboard.connector.ErrorCode;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Stands before all handlers of one port. Safe for use from many threads. */
public final class Edge implements HttpConfiguration.Customizer {
    /** Names and values are bounded together by their bytes; each costs more than its bytes, though. */
    private static final int MOST_HEADERS = 100;

    private final Supplier<Optional<Rules>> rules;
    private final Ports.Use use;
    private final Pause pause;
    private final LongSupplier nanoTime;

    /** Goes by the rules of the moment; without any, nobody passes. */
    Edge(Supplier<Optional<Rules>> rules, Ports.Use use, Pause pause, LongSupplier nanoTime) {
        this.rules = rules;
        this.use = use;
        this.pause = pause;
        this.nanoTime = nanoTime;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable headers) {
        Pace.watch(request, nanoTime);
        UnreadBody.watch(request);
        Optional<Rules> now = rules.get();
        if (now.isEmpty()) {
            throw EarlyAnswer.refusal(
                            503,
                            ErrorCode.NOT_READY,
                            "The HTTP settings have mistakes, so nobody is let in; the log names them.",
                            "HTTP 配置有错误，所有请求均被拒绝；详见日志。")
                    .retryAfter(10);
        }
        if (request.getHeaders().size() > MOST_HEADERS) {
            throw EarlyAnswer.refusal(431, ErrorCode.TOO_LARGE, "There are more than 100 headers.", "请求头超过 100 个。");
        }
        Request admitted = now.get().admit(request, headers, use);
        pause.check(admitted);
        return admitted;
    }
}
