package io.switchboard.core.internal.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.ProbeResult;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.internal.mask.HandleValues;
import io.switchboard.core.internal.once.Claims;
import io.switchboard.core.internal.once.ClaimsUnavailable;
import io.switchboard.core.internal.once.Outcome;
import io.switchboard.core.internal.once.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks a connector's probe on behalf of somebody who wants to know what came of a call. Safe for use from many threads. */
final class StatusProbe {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final TakePermit permit;
    private final Watchdog watchdog;

    StatusProbe(TakePermit permit, Watchdog watchdog) {
        this.permit = permit;
        this.watchdog = watchdog;
    }

    /**
     * What the probe found, recorded. An act that did not take place gives its key free again, and is told as a failure that changed
     * nothing.
     */
    Outcome ask(Call asking, Recorded recorded, Target target, Claims register) throws CallFailure, ClaimsUnavailable {
        Call inner = inner(asking, recorded, target);
        permit.before(inner);
        watchdog.add(inner);
        try {
            Optional<ProbeResult<?>> found = UnknownOutcome.probe(inner);
            if (found.isEmpty() || found.get().state() == ProbeResult.State.UNKNOWN) {
                return new Outcome.Unknown();
            }
            String callId = recorded.act().callId();
            if (found.get().state() == ProbeResult.State.DONE) {
                return UnknownOutcome.settle(target, callId, found.get(), register);
            }
            register.release(callId);
            return new Outcome.Failed(ErrorCode.DEADLINE_EXCEEDED, "", List.of());
        } finally {
            watchdog.remove(inner);
            permit.after(inner, null);
        }
    }

    private static Call inner(Call asking, Recorded recorded, Target target) throws CallFailure {
        Call inner = new Call(asking.request(), NoReply.INSTANCE, asking.callId(), asking.trace(), LONGEST);
        inner.caller(asking.caller());
        inner.target(target);
        inner.correlationId(recorded.act().correlationId());
        ObjectNode arguments = Json.object(recorded.act().arguments());
        inner.input(target.operation().bind(arguments, Optional.empty(), HandleValues.NONE));
        inner.customer(Optional.of(recorded.act().customer()).filter(customer -> !customer.isEmpty()));
        inner.alarm("probe");
        return inner;
    }
}
