package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.ProbeResult;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.internal.bind.BoundOperation;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.internal.once.Act;
import io.switchboard.core.internal.once.Claims;
import io.switchboard.core.internal.once.ClaimsUnavailable;
import io.switchboard.core.internal.once.Outcome;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out about an act that was begun and never settled, as after a crash, before anything runs again. */
final class UnknownOutcome {
    private static final Logger LOG = LoggerFactory.getLogger(UnknownOutcome.class);

    private UnknownOutcome() {}

    /** Settles it, takes it over to run, or ends the call. */
    static void resolve(Call call, Act act, String begun, Claims register) throws CallFailure, ClaimsUnavailable {
        if (call.operation().idempotent()) {
            takeOver(call, act, begun, register);
            return;
        }
        call.outcomeOf(begun);
        ProbeResult<?> found = probe(call).orElseThrow(Replay::unknown);
        switch (found.state()) {
            case DONE -> {
                settle(call.target(), begun, found, register);
                call.replay(found.result());
                call.outcomeKnown();
            }
            case NOT_DONE -> {
                takeOver(call, act, begun, register);
                call.outcomeOf(call.callId());
                call.outcomeKnown();
            }
            case UNKNOWN -> throw Replay.unknown();
        }
    }

    /** Asks the connector; empty where it has no probe, or the probe failed. */
    static Optional<ProbeResult<?>> probe(Call call) throws CallFailure {
        BoundOperation operation = call.target().operation();
        try {
            return ConnectorThread.lend(
                    call, true, () -> operation.probe(call.target().connector().instance(), call.input(), call));
        } catch (CallFailure tooLate) {
            throw tooLate;
        } catch (Throwable thrown) {
            LOG.warn(
                    "the probe of {} failed (call {}): {}",
                    operation.descriptor().name(),
                    call.callId(),
                    new BareTrace(thrown));
            return Optional.empty();
        }
    }

    /** Records what the probe found. */
    static Outcome.Done settle(Target target, String begun, ProbeResult<?> found, Claims register)
            throws CallFailure, ClaimsUnavailable {
        try {
            Outcome.Done done = new Outcome.Done(Json.wholeResult(target.operation(), found.result()));
            register.settle(begun, done);
            return done;
        } catch (IllegalResultException e) {
            LOG.error(
                    "the probe of {} gave back an illegal result: {}",
                    target.operation().descriptor().name(),
                    e.getMessage());
            throw CallFailure.of(ErrorCode.CONNECTOR_FAULT);
        }
    }

    private static void takeOver(Call call, Act act, String begun, Claims register)
            throws CallFailure, ClaimsUnavailable {
        if (!register.retake(begun, act)) {
            throw CallFailure.of(
                    ErrorCode.KEY_IN_PROGRESS,
                    "Another call with this key is under way; ask again shortly.",
                    "使用同一标识的调用正在处理中，请稍后再查询。");
        }
        call.claimed(true);
    }
}
