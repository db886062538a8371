package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallStatus;
import io.switchboard.core.call.CallStatus.State;
import io.switchboard.core.call.Problem;
import io.switchboard.core.call.StatusReply;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.internal.bind.ResultWriter;
import io.switchboard.core.internal.mask.StandIns;
import io.switchboard.core.internal.once.Claims;
import io.switchboard.core.internal.once.ClaimsUnavailable;
import io.switchboard.core.internal.once.Outcome;
import io.switchboard.core.internal.once.Recorded;
import io.switchboard.core.security.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers what came of a call, to the one who made it and may still make it. Of an outcome that is unknown the connector's probe is asked,
 * so that asking is enough and nothing has to be sent again. Safe for use from many threads.
 */
final class CallStatuses {
    private final Authenticate authenticate;
    private final Supplier<LimitRate> limit;
    private final Pipeline.Parts parts;
    private final Watchdog watchdog;
    private final StatusProbe probe;
    private final CallsUnderWay underWay = new CallsUnderWay();

    CallStatuses(
            Authenticate authenticate,
            Supplier<LimitRate> limit,
            TakePermit permit,
            Pipeline.Parts parts,
            Watchdog watchdog) {
        this.authenticate = authenticate;
        this.limit = limit;
        this.parts = parts;
        this.watchdog = watchdog;
        this.probe = new StatusProbe(permit, watchdog);
    }

    /** Finds it, and writes its result, masked for who asks now, where there is one. */
    CallStatus find(Call asking, String callId, StatusReply reply) throws CallFailure {
        underWay.add(asking);
        try {
            return answer(asking, callId, reply);
        } finally {
            underWay.remove(asking);
        }
    }

    /** As {@link CallsUnderWay#await}, of questions. */
    boolean await(long endNanos) throws InterruptedException {
        return underWay.await(endNanos);
    }

    private CallStatus answer(Call asking, String callId, StatusReply reply) throws CallFailure {
        Caller caller = authenticate.caller(asking.request().arrival());
        asking.caller(caller);
        limit.get().admit(asking);
        Optional<Recorded> recorded = recorded(callId);
        return recorded.isPresent() ? ofRecorded(asking, recorded.get(), caller, reply) : ofRunning(callId, caller);
    }

    private CallStatus ofRunning(String callId, Caller caller) throws CallFailure {
        Call running = watchdog.find(callId);
        Target target = running == null ? null : running.targetOrNull();
        Caller owner = running == null ? null : running.callerOrNull();
        if (running == null || target == null || owner == null) {
            throw notFound();
        }
        requireTheirs(caller, owner.name(), running.customer().orElse(""), Optional.of(target));
        return status(callId, target.operation().descriptor().name(), State.RUNNING, running.started(), null);
    }

    private CallStatus ofRecorded(Call asking, Recorded recorded, Caller caller, StatusReply reply) throws CallFailure {
        Optional<Target> target = parts.targets().find(recorded.act().operation());
        requireTheirs(caller, recorded.act().principal(), recorded.act().customer(), target);
        Outcome outcome = recorded.outcome().orElse(null);
        if (recorded.running() && outcome == null) {
            return status(recorded, State.RUNNING, null);
        } else if (outcome instanceof Outcome.Done done) {
            return done(done, target, caller, recorded, reply);
        } else if (outcome instanceof Outcome.Failed failed) {
            return status(recorded, State.FAILED, problem(Replay.failure(failed), target, recorded));
        }
        return ofUnknown(asking, recorded, target, caller, reply);
    }

    private CallStatus ofUnknown(
            Call asking, Recorded recorded, Optional<Target> target, Caller caller, StatusReply reply)
            throws CallFailure {
        if (target.isEmpty() || recorded.act().arguments().isEmpty()) {
            return status(recorded, State.UNKNOWN, null);
        }
        Claims register = parts.claims().get().orElseThrow(CallStatuses::noStore);
        try {
            Outcome found = probe.ask(asking, recorded, target.get(), register);
            if (found instanceof Outcome.Done done) {
                return done(done, target, caller, recorded, reply);
            } else if (found instanceof Outcome.Failed failed) {
                return status(recorded, State.FAILED, problem(CallFailure.of(failed.code()), target, recorded));
            }
        } catch (ClaimsUnavailable e) {
            throw noStore();
        }
        return status(recorded, State.UNKNOWN, null);
    }

    private CallStatus done(
            Outcome.Done done, Optional<Target> target, Caller caller, Recorded recorded, StatusReply reply)
            throws CallFailure {
        Object result = target.isEmpty() ? null : Json.result(target.get().operation(), done.result());
        if (target.isPresent() && result != null) {
            write(target.get(), result, caller, recorded, reply);
        }
        return status(recorded, State.DONE, null);
    }

    private void write(Target target, Object result, Caller caller, Recorded recorded, StatusReply reply)
            throws CallFailure {
        var profile = parts.guards()
                .maskingPolicy()
                .orElseThrow(Authenticate::noSecurity)
                .profile(caller);
        try {
            String customer = recorded.act().customer();
            if (!customer.isEmpty() && !target.operation().belongsTo(customer, result)) {
                throw notFound();
            }
            ResultWriter writer = target.operation().writer(profile);
            // Whoever asks names no conversation.
            StandIns standIns = new CallHandles(
                            parts.handles(),
                            () -> CallHandles.scope(
                                    caller, Optional.of(customer).filter(each -> !each.isEmpty()), Optional.empty()))
                    .forAnswer(writer, result);
            writer.write(result, reply.result(target.operation().descriptor()), standIns);
        } catch (IllegalResultException e) {
            throw CallFailure.of(ErrorCode.CONNECTOR_FAULT);
        }
    }

    /** One rule for all: the same caller, the same customer where the token is bound, and still the right to call it. */
    private void requireTheirs(Caller caller, String owner, String customer, Optional<Target> target)
            throws CallFailure {
        boolean theirs = caller.name().equals(owner)
                && caller.boundCustomer().map(customer::equals).orElse(true);
        var authoriser = parts.guards().authoriser().orElseThrow(Authenticate::noSecurity);
        if (!theirs
                || (target.isPresent()
                        && !authoriser.permits(caller, target.get().operation().descriptor()))) {
            throw notFound();
        }
    }

    private Optional<Recorded> recorded(String callId) throws CallFailure {
        Optional<Claims> register = parts.claims().get();
        if (register.isEmpty() || !callId.matches("[0-9a-f]{32}")) {
            return Optional.empty();
        }
        try {
            return register.get().find(callId);
        } catch (ClaimsUnavailable e) {
            throw noStore();
        }
    }

    private static Problem problem(CallFailure failure, Optional<Target> target, Recorded recorded) {
        return Problems.of(
                failure,
                target.map(each -> each.operation().descriptor()).orElse(null),
                recorded.act().callId(),
                Traces.from(Optional.empty()),
                true);
    }

    private static CallStatus status(Recorded recorded, State state, @Nullable Problem problem) {
        return status(recorded.act().callId(), recorded.act().operation(), state, recorded.started(), problem);
    }

    private static CallStatus status(
            String callId, String operation, State state, Instant started, @Nullable Problem problem) {
        return new CallStatus(callId, operation, state, started, Optional.ofNullable(problem));
    }

    private static CallFailure noStore() {
        return CallFailure.of(ErrorCode.BUSY);
    }

    private static CallFailure notFound() {
        return CallFailure.of(
                ErrorCode.NOT_FOUND,
                "There is no such call of yours. Reads are known while they run, writes for a day.",
                "没有您发起的此调用。读操作仅在执行期间可查，写操作保留一天。");
    }
}
