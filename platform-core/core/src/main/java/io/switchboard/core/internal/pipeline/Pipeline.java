package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Trace;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallGate;
import io.switchboard.core.call.CallReply;
import io.switchboard.core.call.CallRequest;
import io.switchboard.core.call.Problem;
import io.switchboard.core.call.StatusReply;
import io.switchboard.core.call.StatusRequest;
import io.switchboard.core.internal.audit.AuditLog;
import io.switchboard.core.internal.audit.AuditUnavailable;
import io.switchboard.core.internal.once.Claims;
import java.time.Duration;
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

    private final List<Step> steps;
    private final Watchdog watchdog;
    private final AuditLog audit;
    private final AuditRecords records;
    private final CallObserver observer;
    private final CallStatuses statuses;

    /**
     * What the pipeline stands on. Immutable.
     *
     * @param targets where operations are found
     * @param guards the security plugin's hooks
     * @param claims the register of writes; empty while there is no store
     * @param seal closes cursors
     * @param audit takes the records
     * @param observer hears of every call that ended
     * @param node this hub's name in the audit
     */
    public record Parts(
            Targets targets,
            Guards guards,
            Supplier<Optional<Claims>> claims,
            CursorSeal seal,
            AuditLog audit,
            CallObserver observer,
            String node) {}

    /**
     * The bounds of the pipeline. Immutable.
     *
     * @param callsPerSecond the calls of one client
     * @param callsAtATime the calls of all connectors together
     */
    public record Bounds(int callsPerSecond, int callsAtATime) {}

    /** Builds the way; {@link #close} ends its threads. */
    public Pipeline(Parts parts, Bounds bounds) {
        Cursors cursors = new Cursors(parts.seal());
        ConnectorThread thread = new ConnectorThread(bounds.callsAtATime());
        Authenticate authenticate = new Authenticate(parts.guards());
        this.steps = List.of(
                authenticate,
                new Resolve(parts.targets()),
                new Authorise(parts.guards()),
                new LimitRate(bounds.callsPerSecond(), System::nanoTime),
                new BindArguments(cursors),
                new BindCustomer(),
                new ClaimKey(parts.claims(), thread),
                new Run(thread),
                new CheckOwner(),
                new MaskAnswer(parts.guards(), cursors));
        this.audit = parts.audit();
        this.records = new AuditRecords(parts.node());
        this.observer = parts.observer();
        this.watchdog = new Watchdog(this::expire);
        this.statuses = new CallStatuses(authenticate, parts, watchdog);
        watchdog.start();
    }

    /** How many calls are under way. */
    public int underWay() {
        return watchdog.underWay();
    }

    @Override
    public void call(CallRequest request, CallReply reply) {
        Trace trace = Traces.from(request.arrival().traceparent());
        Call call = new Call(request, reply, Traces.newId(), trace, LONGEST);
        watchdog.add(call);
        try {
            answer(call, way(call));
        } finally {
            watchdog.remove(call);
        }
    }

    /** There and back; how the call failed, or null. */
    private @Nullable CallFailure way(Call call) {
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
        return failure;
    }

    private static CallFailure internal(Call call, Throwable unexpected) {
        LOG.error("call {} failed within the hub: {}", call.callId(), new BareTrace(unexpected));
        return CallFailure.of(ErrorCode.INTERNAL);
    }

    /** The deadline has come: answers in the place of the connector, and tells its thread to stop. */
    private void expire(Call call) {
        if (answer(call, call.outcomeOpen() ? Replay.unknown() : CallFailure.of(ErrorCode.DEADLINE_EXCEEDED))) {
            call.interruptConnector();
        }
    }

    /** Answers, unless that was done already; the return value says which. */
    private boolean answer(Call call, @Nullable CallFailure failure) {
        if (!call.takeAnswer()) {
            return false;
        }
        Target target = call.targetOrNull();
        boolean writes = target != null && target.operation().descriptor().writes();
        CallFailure told = failure;
        try {
            audit.append(records.of(call, failure), writes);
        } catch (AuditUnavailable e) {
            LOG.error("call {} is not in the audit: {}", call.callId(), e.getMessage());
            told = CallFailure.of(ErrorCode.BUSY);
        }
        String operation = target == null ? "" : target.operation().descriptor().name();
        observer.ended(operation, told == null ? 0 : told.code().number(), call.micros());
        try {
            reply(call, target, told);
        } catch (RuntimeException e) {
            // The caller has gone; what it asked for is recorded, and it may ask again.
            LOG.debug("call {} could not be answered", call.callId(), e);
        }
        return true;
    }

    private static void reply(Call call, @Nullable Target target, @Nullable CallFailure failure) {
        if (failure == null) {
            call.reply()
                    .done(new CallReply.Done(
                            call.operation(), call.callId(), call.trace().traceparent(), call.replayed()));
        } else {
            call.reply()
                    .failed(Problems.of(
                            failure,
                            target == null ? null : target.operation().descriptor(),
                            call.callId(),
                            call.trace(),
                            call.replayed()));
        }
    }

    @Override
    public void status(StatusRequest request, StatusReply reply) {
        try {
            statuses.answer(request, reply);
        } catch (CallFailure failure) {
            reply.failed(refuse(request.arrival(), failure));
        }
    }

    @Override
    public Problem refuse(Arrival arrival, CallFailure failure) {
        Trace trace = Traces.from(arrival.traceparent());
        String callId = Traces.newId();
        CallFailure told = failure;
        try {
            audit.append(records.of(arrival, callId, trace, failure), false);
        } catch (AuditUnavailable e) {
            LOG.error("a refused request is not in the audit: {}", e.getMessage());
            told = CallFailure.of(ErrorCode.BUSY);
        }
        observer.ended("", told.code().number(), 0);
        return Problems.of(told, null, callId, trace, false);
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
