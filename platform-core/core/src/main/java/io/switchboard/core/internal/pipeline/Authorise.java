package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.Approval;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;

/** Lets through who has the scope, before anything of the arguments is read, and settles what the caller may see. */
final class Authorise implements Step {
    private final Guards guards;

    Authorise(Guards guards) {
        this.guards = guards;
    }

    @Override
    public void before(Call call) throws CallFailure {
        guards.authoriser().orElseThrow(Authenticate::noSecurity).authorise(call.caller(), call.operation());
        if (call.operation().approval() != Approval.NONE) {
            throw CallFailure.of(
                    ErrorCode.FORBIDDEN,
                    "This operation needs a person's approval, and this hub has no way to ask for one yet.",
                    "该操作需要人工审批，当前版本尚不支持审批流程。");
        }
        // Asked for now: a write that has run must not find that nobody can say how to mask its answer.
        call.profile(
                guards.maskingPolicy().orElseThrow(Authenticate::noSecurity).profile(call.caller()));
    }
}
