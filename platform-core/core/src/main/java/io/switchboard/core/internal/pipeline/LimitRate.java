package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Bounds the calls of one client: a steady rate, with a burst of one second's worth. The generic cell rate algorithm: of each client
 * only the time is kept at which its next call would be due. Clients are registered, so there are few.
 */
final class LimitRate implements Step {
    private static final long BURST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, AtomicLong> due = new ConcurrentHashMap<>();
    private final long interval;
    private final LongSupplier nanoTime;

    LimitRate(int callsPerSecond, LongSupplier nanoTime) {
        this.interval = TimeUnit.SECONDS.toNanos(1) / callsPerSecond;
        this.nanoTime = nanoTime;
    }

    @Override
    public void before(Call call) throws CallFailure {
        admit(call.caller().principal().id());
    }

    /** Lets one more request of a client in. */
    void admit(String client) throws CallFailure {
        long wait = take(client);
        if (wait > 0) {
            throw CallFailure.of(
                            ErrorCode.RATE_LIMITED, "This client calls more often than the hub allows.", "该客户端调用过于频繁。")
                    .retryAfter(Duration.ofNanos(wait));
        }
    }

    /** Takes a place for one call now; otherwise says how many nanoseconds to wait for one. */
    private long take(String client) {
        long now = nanoTime.getAsLong();
        AtomicLong next = due.computeIfAbsent(client, id -> new AtomicLong(now));
        while (true) {
            long current = next.get();
            long from = current - now > 0 ? current : now;
            long early = from - now - (BURST_NANOS - interval);
            if (early > 0) {
                return early;
            }
            if (next.compareAndSet(current, from + interval)) {
                return 0;
            }
        }
    }
}
