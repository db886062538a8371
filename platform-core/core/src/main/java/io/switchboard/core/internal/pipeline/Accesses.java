package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.Approval;
import io.switchboard.connector.Assurance;
import io.switchboard.connector.Audience;
import io.switchboard.connector.Effect;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Repeat;
import io.switchboard.connector.Trace;
import io.switchboard.core.access.AccessGate;
import io.switchboard.core.access.AccessReply;
import io.switchboard.core.access.AccessRequest;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallRequest;
import io.switchboard.core.call.StatusRequest;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.Route;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.internal.audit.AuditLog;
import io.switchboard.core.internal.audit.AuditUnavailable;
import io.switchboard.core.security.Caller;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in what is no call, by the steps that calls come by: authenticate, authorise, limit, and the audit at the end. */
public final class Accesses implements AccessGate {
    private static final Logger LOG = LoggerFactory.getLogger(Accesses.class);

    private final Authenticate authenticate;
    private final Supplier<LimitRate> limit;
    private final Guards guards;
    private final AuditLog audit;
    private final Supplier<AuditRecords> records;
    private final CallObserver observer;
    private final CallsUnderWay asking = new CallsUnderWay();

    Accesses(
            Authenticate authenticate,
            Supplier<LimitRate> limit,
            Supplier<AuditRecords> records,
            Pipeline.Parts parts) {
        this.authenticate = authenticate;
        this.limit = limit;
        this.records = records;
        this.guards = parts.guards();
        this.audit = parts.audit();
        this.observer = parts.observer();
    }

    @Override
    public void enter(AccessRequest request, AccessReply reply) {
        Trace trace = Traces.from(request.arrival().traceparent());
        Call call = new Call(asCall(request), new QuotaReply(reply), Traces.newId(), trace, Duration.ZERO);
        call.auditArguments(request.arguments());
        OpenAccess access = new OpenAccess(this, request, call);
        CallFailure failure = null;
        asking.add(call);
        try {
            admit(request, call);
        } catch (CallFailure ended) {
            failure = ended;
        } catch (RuntimeException | Error unexpected) {
            LOG.error("access {} failed within the hub: {}", call.callId(), new BareTrace(unexpected));
            failure = CallFailure.of(ErrorCode.INTERNAL);
        } finally {
            asking.remove(call);
        }
        if (failure == null) {
            reply.admitted(access);
        } else {
            reply.refused(access.failed(failure));
        }
    }

    /** As {@link CallsUnderWay#await}, of those who ask; what was let in has no hook in hand any more. */
    boolean await(long endNanos) throws InterruptedException {
        return asking.await(endNanos);
    }

    private void admit(AccessRequest request, Call call) throws CallFailure {
        Caller caller = authenticate.caller(request.arrival());
        call.caller(caller);
        call.customer(caller.boundCustomer());
        authorise(caller, request);
        if (request.audience() == Audience.CUSTOMER && caller.boundCustomer().isEmpty()) {
            throw CallFailure.of(
                    ErrorCode.CUSTOMER_REQUIRED,
                    "This is served to tokens only that are bound to a customer.",
                    "仅接受绑定客户的令牌。");
        }
        limit.get().admit(call, request.name());
        if (!audit.healthy()) {
            throw CallFailure.of(ErrorCode.BUSY, "The audit takes no records now.", "审计暂时无法写入。");
        }
    }

    /** Who may still do what it was let in for. */
    Caller authorised(AccessRequest request) throws CallFailure {
        Caller caller = authenticate.caller(request.arrival());
        authorise(caller, request);
        return caller;
    }

    private void authorise(Caller caller, AccessRequest request) throws CallFailure {
        guards.authoriser().orElseThrow(Authenticate::noSecurity).authorise(caller, asOperation(request));
    }

    private static CallRequest asCall(AccessRequest request) {
        return new StatusRequest(request.arrival(), "").asCall();
    }

    /** Puts into the audit how it ended, and tells those who measure; how it ended then. */
    @Nullable
    CallFailure record(String name, Call call, @Nullable CallFailure failure) {
        CallFailure told = failure;
        try {
            audit.append(records.get().of(call, name, failure), false);
        } catch (AuditUnavailable | RuntimeException e) {
            LOG.error("access {} is not in the audit: {}", call.callId(), new BareTrace(e));
            told = CallFailure.of(ErrorCode.BUSY);
        }
        Caller caller = call.callerOrNull();
        Arrival arrival = call.request().arrival();
        observer.ended(new CallEnd(
                name,
                told == null ? null : told.code(),
                call.started(),
                call.micros(),
                call.callId(),
                call.trace(),
                arrival.traceparent(),
                arrival.transport(),
                caller == null ? "" : caller.principal().id()));
        return told;
    }

    /** What those who decide look at: the scope, whom it is about, and how sure the hub has to be. */
    private static OperationDescriptor asOperation(AccessRequest request) {
        return new OperationDescriptor(
                "hub",
                1,
                request.name(),
                new Route("GET", List.of()),
                Effect.READ,
                request.audience(),
                request.scope(),
                Duration.ZERO,
                Repeat.DISTINCT,
                false,
                false,
                Assurance.TOKEN,
                Approval.NONE,
                "",
                "",
                Text.NONE,
                List.of(),
                new ValueType.RecordType("", Text.NONE, List.of()),
                new Result.None());
    }
}
