package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Quota;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.limit.RateCells;
import java.time.Duration;
import java.util.function.LongSupplier;

/** One limit on how often: who meets it is told, and how far everybody else is from it. Safe for use from many threads. */
final class Limit {
    private final String policy;
    private final int calls;
    private final long windowSeconds;
    private final Text refusal;
    private final RateCells cells;

    Limit(String policy, int calls, Duration window, Text refusal, LongSupplier nanoTime) {
        this.policy = policy;
        this.calls = calls;
        this.windowSeconds = window.toSeconds();
        this.refusal = refusal;
        this.cells = new RateCells(calls, window, nanoTime);
    }

    /** Lets one more call of a client in. */
    void admit(Call call, String client) throws CallFailure {
        settle(call, cells.take(client));
    }

    /** Lets one more call of a client for a customer in. */
    void admit(Call call, String client, String customer) throws CallFailure {
        settle(call, cells.take(client, customer));
    }

    private void settle(Call call, long left) throws CallFailure {
        long room = Math.max(0, left);
        long reset = (windowSeconds * (calls - room) + calls - 1) / calls;
        call.limited(new Quota(policy, calls, windowSeconds, room, reset));
        if (left < 0) {
            throw refusal(-left);
        }
    }

    /** Lets nobody in who has met the limit, and counts nothing. */
    void check(String client) throws CallFailure {
        long wait = cells.wait(client);
        if (wait > 0) {
            throw refusal(wait);
        }
    }

    /** Counts what is only known afterwards. */
    void count(String client) {
        // Beyond the limit, there is nothing more to count.
        long unused = cells.take(client);
    }

    private CallFailure refusal(long waitNanos) {
        return CallFailure.of(ErrorCode.RATE_LIMITED, refusal.en(), refusal.zh())
                .retryAfter(Duration.ofNanos(waitNanos));
    }
}
