package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call in where its connector, and all connectors together, have a permit left. It comes before the claim, so that a busy connector
 * costs the store nothing and calls that wait for the store are bounded, too. An abandoned call keeps its permits until its thread is free.
 */
final class TakePermit implements Step {
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final Semaphore all;

    /** Takes how many calls all connectors together may serve; the rest of the threads is for health and administration. */
    TakePermit(int permits) {
        this.all = new Semaphore(permits);
    }

    @Override
    public void before(Call call) throws CallFailure {
        RunningConnector connector = call.target().connector();
        if (!connector.tryEnter()) {
            throw connector.closed() ? leaving() : busy();
        }
        if (!all.tryAcquire()) {
            connector.leave();
            throw busy();
        }
        call.permitted(true);
    }

    @Override
    public void after(Call call, @Nullable CallFailure failure) {
        if (call.permitted()) {
            all.release();
            call.target().connector().leave();
        }
    }

    private static CallFailure busy() {
        return CallFailure.of(
                        ErrorCode.BUSY, "The connector serves as many calls as it may at a time.", "该连接器同时处理的调用已达上限。")
                .retryAfter(COME_AGAIN);
    }

    private static CallFailure leaving() {
        return CallFailure.of(ErrorCode.NOT_READY, "The connector is being replaced or removed.", "该连接器正在更新或移除。")
                .retryAfter(COME_AGAIN);
    }
}
