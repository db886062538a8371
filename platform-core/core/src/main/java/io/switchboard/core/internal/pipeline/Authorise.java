package io.switchboard.core.internal.pipeline;

import io.switchboard.core.call.CallFailure;

/** Lets through who has the scope, before anything of the arguments is read. */
final class Authorise implements Step {
    private final Guards guards;

    Authorise(Guards guards) {
        this.guards = guards;
    }

    @Override
    public void before(Call call) throws CallFailure {
        guards.authoriser().orElseThrow(Authenticate::noSecurity).authorise(call.caller(), call.operation());
    }
}
