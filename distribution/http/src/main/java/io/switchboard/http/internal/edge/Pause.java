package io.switchboard.http.internal.edge;

import io.switchboard.connector.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;

/**
 * Answers in place of the hub while bundles are being replaced on which others rest: then whoever would answer is not there. What was let
 * in before goes on. Safe for use from many threads.
 */
public final class Pause {
    /** Only that it lives is still asked: whoever restarts a hub that does not say so would do it in the middle of this. */
    private static final String LIVE = "/health/live";

    private final Supplier<Optional<Instant>> until;
    private final InstantSource clock;

    /**
     * Asks at every request.
     *
     * @param until when calls are expected to be taken again; empty: they are taken now
     */
    public Pause(Supplier<Optional<Instant>> until, InstantSource clock) {
        this.until = until;
        this.clock = clock;
    }

    void check(Request request) {
        Optional<Instant> end = until.get();
        if (end.isEmpty()) {
            return;
        }
        if (request.getHttpURI().getCanonicalPath().equals(LIVE)) {
            throw EarlyAnswer.empty(200, List.of());
        }
        long millis = Math.max(1, Duration.between(clock.instant(), end.get()).toMillis());
        throw EarlyAnswer.refusal(
                        503,
                        ErrorCode.BUSY,
                        "A part of the hub is being replaced; send the same again in a moment. Nothing was done.",
                        "平台正在更新组件，请稍后原样重发；本次请求未执行。")
                .retryAfter((millis + 999) / 1000);
    }
}
