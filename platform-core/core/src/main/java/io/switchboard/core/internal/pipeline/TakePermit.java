package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call in where its connector, and all connectors together, have a permit left. It comes before the claim, so that a busy connector
 * costs the store nothing and calls that wait for the store are bounded, too. An abandoned call keeps its permits until its thread is free.
 *
 * <p>No connector may hold more permits than are left for all others. So the share of each shrinks the more of them hang, and however many
 * do, some permits are left for those that work.
 */
final class TakePermit implements Step {
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final IntSupplier most;
    private final AtomicInteger taken = new AtomicInteger();

    /** Takes how many calls all connectors together may serve; the rest of the threads is for health and administration. */
    TakePermit(IntSupplier most) {
        this.most = most;
    }

    @Override
    public void before(Call call) throws CallFailure {
        RunningConnector connector = call.target().connector();
        Optional<Duration> pause = connector.quarantine().refuses(call);
        if (pause.isPresent()) {
            throw quarantined(pause.get());
        }
        if (!enter(connector)) {
            connector.quarantine().ended(call, Verdict.NOTHING);
            throw connector.closed() ? leaving() : busy();
        }
        call.permitted(true);
    }

    private boolean enter(RunningConnector connector) {
        if (!connector.tryEnter()) {
            return false;
        }
        int left = most.getAsInt() - taken.incrementAndGet();
        if (left < 0 || connector.inFlight() > left + 1) {
            leave(connector);
            return false;
        }
        return true;
    }

    private void leave(RunningConnector connector) {
        taken.decrementAndGet();
        connector.leave();
    }

    @Override
    public void after(Call call, @Nullable CallFailure failure) {
        if (call.permitted()) {
            RunningConnector connector = call.target().connector();
            leave(connector);
            connector.quarantine().ended(call, Verdict.of(call, failure));
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

    private static CallFailure quarantined(Duration pause) {
        return CallFailure.of(
                        ErrorCode.NOT_READY,
                        "The connector failed again and again and is in quarantine; after a pause calls try it again.",
                        "该连接器连续出错，已被隔离；暂停一段时间后将自动重试。")
                .retryAfter(pause);
    }
}
