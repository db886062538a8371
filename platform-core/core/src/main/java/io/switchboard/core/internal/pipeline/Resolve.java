package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;

/** Finds the operation. */
final class Resolve implements Step {
    private final Targets targets;

    Resolve(Targets targets) {
        this.targets = targets;
    }

    @Override
    public void before(Call call) throws CallFailure {
        call.target(targets.find(call.request().operation())
                .orElseThrow(() -> CallFailure.of(
                        ErrorCode.NO_SUCH_OPERATION,
                        "There is no operation of this name; /api/openapi.json lists those there are.",
                        "没有此名称的操作；可用操作见 /api/openapi.json。")));
    }
}
