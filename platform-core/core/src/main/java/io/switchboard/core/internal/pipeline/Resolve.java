package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import java.time.Duration;
import java.util.Optional;

/** Finds the operation. */
final class Resolve implements Step {
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final Targets targets;

    Resolve(Targets targets) {
        this.targets = targets;
    }

    @Override
    public void before(Call call) throws CallFailure {
        String operation = call.request().operation();
        Optional<Target> found = targets.find(operation);
        if (found.isEmpty()) {
            throw targets.awaits(operation) ? awaited() : unknown();
        }
        call.target(found.get());
    }

    private static CallFailure awaited() {
        return CallFailure.of(
                        ErrorCode.NOT_READY,
                        "The connector starts anew, or lacks what it needs; the hub's log and /api/deployments say which.",
                        "该连接器正在重新启动，或缺少所需的配置；详见日志与 /api/deployments。")
                .retryAfter(COME_AGAIN);
    }

    private static CallFailure unknown() {
        return CallFailure.of(
                ErrorCode.NO_SUCH_OPERATION,
                "There is no operation of this name; /api/openapi.json lists those there are.",
                "没有此名称的操作；可用操作见 /api/openapi.json。");
    }
}
