package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallStatus;
import io.switchboard.core.call.StatusReply;
import io.switchboard.core.call.StatusRequest;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.internal.once.Claims;
import io.switchboard.core.internal.once.ClaimsUnavailable;
import io.switchboard.core.internal.once.Outcome;
import io.switchboard.core.internal.once.Recorded;
import io.switchboard.core.security.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what came of a call, to the one who made it. Safe for use from many threads. */
final class CallStatuses {
    private final Authenticate authenticate;
    private final Pipeline.Parts parts;
    private final Watchdog watchdog;

    CallStatuses(Authenticate authenticate, Pipeline.Parts parts, Watchdog watchdog) {
        this.authenticate = authenticate;
        this.parts = parts;
        this.watchdog = watchdog;
    }

    void answer(StatusRequest request, StatusReply reply) throws CallFailure {
        Caller caller = authenticate.caller(request.arrival());
        Optional<Recorded> recorded = find(request.callId());
        if (recorded.isPresent()) {
            answer(request.callId(), recorded.get(), caller, reply);
            return;
        }
        Call running = watchdog.find(request.callId());
        if (running == null || !isTheirs(running, caller)) {
            throw notFound();
        }
        reply.found(new CallStatus(
                request.callId(),
                running.operation().name(),
                CallStatus.State.RUNNING,
                running.started(),
                Optional.empty()));
    }

    private void answer(String callId, Recorded recorded, Caller caller, StatusReply reply) throws CallFailure {
        boolean theirs = recorded.act().principal().equals(caller.principal().id())
                && caller.boundCustomer().map(recorded.act().customer()::equals).orElse(true);
        if (!theirs) {
            throw notFound();
        }
        Outcome outcome = recorded.outcome().orElse(null);
        Optional<Target> target = parts.targets().find(recorded.act().operation());
        if (outcome instanceof Outcome.Done done && target.isPresent()) {
            writeResult(target.get(), done, caller, recorded, reply);
        }
        CallFailure failed = outcome instanceof Outcome.Failed failure ? Replay.failure(failure) : null;
        reply.found(new CallStatus(
                callId,
                recorded.act().operation(),
                state(recorded, outcome),
                recorded.started(),
                Optional.ofNullable(failed)
                        .map(failure -> Problems.of(
                                failure,
                                target.map(each -> each.operation().descriptor())
                                        .orElse(null),
                                recorded.act().callId(),
                                Traces.from(Optional.empty()),
                                true))));
    }

    private void writeResult(Target target, Outcome.Done done, Caller caller, Recorded recorded, StatusReply reply)
            throws CallFailure {
        Object result = Replay.result(target, done);
        if (result == null) {
            return;
        }
        // Who asks now may see less than who called then.
        parts.guards()
                .authoriser()
                .orElseThrow(Authenticate::noSecurity)
                .authorise(caller, target.operation().descriptor());
        var profile = parts.guards()
                .maskingPolicy()
                .orElseThrow(Authenticate::noSecurity)
                .profile(caller);
        try {
            if (!recorded.act().customer().isEmpty()
                    && !target.operation().belongsTo(recorded.act().customer(), result)) {
                throw notFound();
            }
            target.operation()
                    .writer(profile)
                    .write(result, reply.result(target.operation().descriptor()));
        } catch (IllegalResultException e) {
            throw CallFailure.of(ErrorCode.CONNECTOR_FAULT);
        }
    }

    private static CallStatus.State state(Recorded recorded, @Nullable Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            return CallStatus.State.DONE;
        } else if (outcome instanceof Outcome.Failed) {
            return CallStatus.State.FAILED;
        }
        return recorded.running() && outcome == null ? CallStatus.State.RUNNING : CallStatus.State.UNKNOWN;
    }

    private static boolean isTheirs(Call running, Caller caller) {
        Caller owner = running.callerOrNull();
        return owner != null
                && running.targetOrNull() != null
                && owner.principal().id().equals(caller.principal().id())
                && owner.boundCustomer().equals(caller.boundCustomer());
    }

    private Optional<Recorded> find(String callId) throws CallFailure {
        Optional<Claims> register = parts.claims().get();
        if (register.isEmpty() || !callId.matches("[0-9a-f]{32}")) {
            return Optional.empty();
        }
        try {
            return register.get().find(callId);
        } catch (ClaimsUnavailable e) {
            throw CallFailure.of(ErrorCode.BUSY);
        }
    }

    private static CallFailure notFound() {
        return CallFailure.of(
                ErrorCode.NOT_FOUND,
                "There is no such call of yours. Reads are known while they run, writes for a day.",
                "没有您发起的此调用。读操作仅在执行期间可查，写操作保留一天。");
    }
}
