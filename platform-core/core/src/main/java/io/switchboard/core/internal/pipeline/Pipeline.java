package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.Advice;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Trace;
import io.switchboard.core.access.AccessGate;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallGate;
import io.switchboard.core.call.CallReply;
import io.switchboard.core.call.CallRequest;
import io.switchboard.core.call.CallStatus;
import io.switchboard.core.call.Problem;
import io.switchboard.core.call.StatusReply;
import io.switchboard.core.call.StatusRequest;
import io.switchboard.core.internal.audit.AuditLog;
import io.switchboard.core.internal.audit.AuditUnavailable;
import io.switchboard.core.internal.handle.Handles;
import io.switchboard.core.internal.once.Claims;
import io.switchboard.core.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a call: its steps in their order, and the one door by which the answer goes back. Safe for use from many threads. */
public final class Pipeline implements CallGate, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    /** Bounds what comes before the operation, and so its own deadline, is known. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Parts parts;
    private final Authenticate authenticate;
    private final TakePermit permit = new TakePermit(() -> settled().bounds().callsAtATime());
    private final Cursors cursors;
    private final Watchdog watchdog;
    private final AuditLog audit;
    private volatile Settled settled;
    private final CallObserver observer;
    private final CallStatuses statuses;
    private final ForeignRows foreignRows;
    private final Accesses accesses;

    /**
     * What the pipeline stands on. Immutable.
     *
     * @param targets where operations are found
     * @param guards the security plugin's hooks
     * @param claims the register of writes; empty while there is no store
     * @param handles what handles stand for; empty while there is no store
     * @param seal closes cursors
     * @param audit takes the records
     * @param observer hears of every call that ended
     * @param node this hub's name in the audit, until it is changed
     */
    public record Parts(
            Targets targets,
            Guards guards,
            Supplier<Optional<Claims>> claims,
            Supplier<Optional<Handles>> handles,
            CursorSeal seal,
            AuditLog audit,
            CallObserver observer,
            String node) {}

    /**
     * The bounds of the pipeline. Immutable.
     *
     * @param rates how often things may be done
     * @param callsAtATime the calls of all connectors together
     */
    public record Bounds(RateBounds rates, int callsAtATime) {}

    /** What follows from the bounds. */
    private record Settled(Bounds bounds, AuditRecords records, LimitRate limit, List<Step> steps) {}

    /** Builds the way; {@link #close} ends its threads. */
    public Pipeline(Parts parts, Bounds bounds) {
        this.parts = parts;
        this.authenticate = new Authenticate(parts.guards());
        this.cursors = new Cursors(parts.seal());
        this.audit = parts.audit();
        this.observer = parts.observer();
        this.watchdog = new Watchdog(this::expire);
        this.settled = settle(bounds, parts.node());
        this.statuses = new CallStatuses(authenticate, () -> settled().limit(), permit, parts, watchdog);
        this.foreignRows = new ForeignRows(permit, watchdog, this::recordAlarm);
        this.accesses = new Accesses(
                authenticate, () -> settled().limit(), () -> settled().records(), parts);
        watchdog.start();
    }

    /** Other bounds from now on, and another name of the hub in the audit; calls under way keep theirs. Who met a limit that is changed begins anew. */
    public void change(Bounds bounds, String node) {
        Settled before = settled;
        settled = bounds.rates().equals(before.bounds().rates())
                ? new Settled(bounds, new AuditRecords(node), before.limit(), before.steps())
                : settle(bounds, node);
    }

    private Settled settled() {
        return settled;
    }

    private Settled settle(Bounds bounds, String node) {
        LimitRate limit = new LimitRate(bounds.rates(), System::nanoTime);
        List<Step> steps = List.of(
                authenticate,
                new Resolve(parts.targets()),
                new Authorise(parts.guards()),
                limit,
                new BindArguments(cursors, parts.handles()),
                new BindCustomer(),
                new LimitCustomer(bounds.rates(), System::nanoTime),
                permit,
                new ClaimKey(parts.claims(), audit),
                new Run(),
                new CheckOwner(),
                new MaskAnswer(cursors, parts.handles()));
        return new Settled(bounds, new AuditRecords(node), limit, steps);
    }

    /** How many calls are under way. */
    public int underWay() {
        return watchdog.underWay();
    }

    /**
     * Waits until every call, and every question for one, that was under way at this moment has ended or was answered at its deadline:
     * then none has a connector or a hook in hand that was taken out of use before.
     *
     * @return false when that took longer
     */
    public boolean awaitCallsUnderWay(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        return watchdog.await(end) && statuses.await(end) && accesses.await(end);
    }

    /** The way in for what is no call. */
    public AccessGate accesses() {
        return accesses;
    }

    @Override
    public void call(CallRequest request, CallReply reply) {
        Trace trace = Traces.from(request.arrival().traceparent());
        Call call = new Call(request, reply, Traces.newId(), trace, LONGEST);
        watchdog.add(call);
        try {
            CallFailure failure = way(call);
            if (!answer(call, failure, true) && call.ran() != Call.Ran.NOT_YET) {
                recordLate(call, failure);
            }
            foreignRows.look(call);
        } finally {
            watchdog.remove(call);
        }
    }

    /** There and back; how the call failed, or null. */
    private @Nullable CallFailure way(Call call) {
        List<Step> steps = settled.steps();
        CallFailure failure = null;
        int entered = 0;
        try {
            while (entered < steps.size()) {
                steps.get(entered++).before(call);
            }
        } catch (CallFailure ended) {
            failure = ended;
        } catch (RuntimeException | Error unexpected) {
            failure = internal(call, unexpected);
        }
        while (entered > 0) {
            try {
                steps.get(--entered).after(call, failure);
            } catch (CallFailure ended) {
                failure = ended;
            } catch (RuntimeException | Error unexpected) {
                failure = internal(call, unexpected);
            }
        }
        return failure == null || !mustNotRepeat(call, failure) ? failure : Replay.unknown();
    }

    /** A write that has run must not be told to run again, whatever failed on the way back. */
    private static boolean mustNotRepeat(Call call, CallFailure failure) {
        return call.ran() == Call.Ran.RETURNED
                && call.operation().writes()
                && (failure.code() == ErrorCode.INTERNAL || failure.code().advice() == Advice.RETRY_LATER);
    }

    private static CallFailure internal(Call call, Throwable unexpected) {
        LOG.error("call {} failed within the hub: {}", call.callId(), new BareTrace(unexpected));
        return CallFailure.of(ErrorCode.INTERNAL);
    }

    /** The deadline has come: answers in the place of the connector, whose thread was told to stop. */
    private void expire(Call call) {
        if (call.expire()) {
            Target target = call.targetOrNull();
            if (target != null) {
                target.connector().quarantine().ended(call, Verdict.atDeadline(call));
            }
            // Others wait for their deadlines behind this one, so it does not wait for the disk.
            tell(call, deadline(call), false);
        }
    }

    private static CallFailure deadline(Call call) {
        return call.outcomeOpen() ? Replay.unknown() : CallFailure.of(ErrorCode.DEADLINE_EXCEEDED);
    }

    /** Answers, unless that was done already; the return value says which. */
    private boolean answer(Call call, @Nullable CallFailure failure, boolean durably) {
        boolean first = call.takeAnswer();
        if (first) {
            tell(call, failure, durably);
        }
        return first;
    }

    private void tell(Call call, @Nullable CallFailure failure, boolean durably) {
        Target target = call.targetOrNull();
        boolean writes = target != null && target.operation().descriptor().writes();
        CallFailure told = failure;
        try {
            audit.append(settled.records().of(call, failure), writes && durably);
        } catch (AuditUnavailable | RuntimeException e) {
            LOG.error("call {} is not in the audit: {}", call.callId(), new BareTrace(e));
            told = call.outcomeOpen() ? Replay.unknown() : CallFailure.of(ErrorCode.BUSY);
        }
        observer.ended(end(call, target, told));
        try {
            reply(call, target, told);
        } catch (RuntimeException | Error e) {
            // The caller has gone; what it asked for is recorded, and it may ask again.
            LOG.debug("call {} could not be answered: {}", call.callId(), new BareTrace(e));
        }
    }

    private static CallEnd end(Call call, @Nullable Target target, @Nullable CallFailure failure) {
        Caller caller = call.callerOrNull();
        Arrival arrival = call.request().arrival();
        return new CallEnd(
                target == null ? "" : target.operation().name(),
                failure == null ? null : failure.code(),
                call.started(),
                call.micros(),
                call.callId(),
                call.trace(),
                arrival.traceparent(),
                arrival.transport(),
                caller == null ? "" : caller.principal().id());
    }

    /** The deadline was answered before; now the audit learns what really came of it. */
    private void recordLate(Call call, @Nullable CallFailure failure) {
        call.alarm("late");
        try {
            audit.append(settled.records().of(call, failure), false);
        } catch (AuditUnavailable e) {
            LOG.error("what came of call {} after its deadline is not in the audit: {}", call.callId(), e.getMessage());
        }
    }

    /** Something was found out of a call that was answered. */
    private void recordAlarm(Call call) {
        try {
            audit.append(settled.records().of(call, CallFailure.of(ErrorCode.NOT_FOUND)), false);
        } catch (AuditUnavailable | RuntimeException e) {
            LOG.error("the alarm {} of call {} is not in the audit: {}", call.alarm(), call.callId(), new BareTrace(e));
        }
    }

    private static void reply(Call call, @Nullable Target target, @Nullable CallFailure failure) {
        if (failure == null) {
            call.reply()
                    .done(new CallReply.Done(
                            call.operation(),
                            call.outcomeOf(),
                            call.trace().traceparent(),
                            call.replayed(),
                            call.target().operation().untrusted()));
        } else {
            call.reply()
                    .failed(Problems.of(
                            failure,
                            target == null ? null : target.operation().descriptor(),
                            call.outcomeOf(),
                            call.trace(),
                            call.replayed()));
        }
    }

    @Override
    public void status(StatusRequest request, StatusReply reply) {
        Trace trace = Traces.from(request.arrival().traceparent());
        Call asking = new Call(request.asCall(), NoReply.INSTANCE, Traces.newId(), trace, LONGEST);
        CallFailure failure = null;
        Optional<CallStatus> found = Optional.empty();
        try {
            found = Optional.of(statuses.find(asking, request.callId(), reply));
        } catch (CallFailure ended) {
            failure = ended;
        } catch (RuntimeException | Error unexpected) {
            failure = internal(asking, unexpected);
        }
        try {
            audit.append(settled.records().ofStatus(asking, request.callId(), failure), false);
        } catch (AuditUnavailable e) {
            LOG.error("a question for a call is not in the audit: {}", e.getMessage());
            failure = CallFailure.of(ErrorCode.BUSY);
        }
        if (failure == null) {
            reply.found(found.orElseThrow());
        } else {
            reply.failed(Problems.of(failure, null, asking.callId(), trace, false));
        }
    }

    @Override
    public Problem refuse(Arrival arrival, CallFailure failure) {
        Trace trace = Traces.from(arrival.traceparent());
        String callId = Traces.newId();
        CallFailure told = failure;
        try {
            audit.append(settled.records().of(arrival, callId, trace, failure), false);
        } catch (AuditUnavailable e) {
            LOG.error("a refused request is not in the audit: {}", e.getMessage());
            told = CallFailure.of(ErrorCode.BUSY);
        }
        observer.ended(new CallEnd(
                "", told.code(), Instant.now(), 0, callId, trace, arrival.traceparent(), arrival.transport(), ""));
        return Problems.of(told, null, callId, trace, false);
    }

    @Override
    public void close() {
        foreignRows.close();
        watchdog.close();
    }
}
