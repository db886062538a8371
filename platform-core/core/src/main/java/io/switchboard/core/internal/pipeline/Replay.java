package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.internal.once.Outcome;

/** Answers a repeated write from what is recorded of the first. */
final class Replay {
    private Replay() {}

    static void of(Call call, Outcome outcome) throws CallFailure {
        if (outcome instanceof Outcome.Done done) {
            Object result = Json.result(call.target().operation(), done.result());
            if (result == null && !(call.operation().result() instanceof Result.None)) {
                throw CallFailure.of(
                        ErrorCode.CONFLICT,
                        "It was done before, and its answer was not kept or can no longer be read; do not send it again.",
                        "该请求此前已完成，但其结果未保留或已无法读取；请勿重复发送。");
            }
            call.replay(result);
        } else if (outcome instanceof Outcome.Failed failed) {
            call.replayedFailure();
            throw failure(failed);
        } else {
            throw unknown();
        }
    }

    static CallFailure failure(Outcome.Failed failed) {
        CallFailure failure = CallFailure.of(failed.code()).because(failed.reason());
        return failed.members().isEmpty()
                ? failure
                : failure.with(failed.members().stream()
                        .map(member -> new ArgumentFault(member, "value", ConnectorFailures.REFUSED))
                        .toList());
    }

    static CallFailure unknown() {
        return CallFailure.of(
                ErrorCode.OUTCOME_UNKNOWN,
                "It was begun, and the hub does not know whether it took place. Sending the same call with the same key again"
                        + " is safe: it is never executed twice.",
                "该请求已开始执行，但结果尚不明确。以相同的标识再次发送是安全的：绝不会重复执行。");
    }
}
