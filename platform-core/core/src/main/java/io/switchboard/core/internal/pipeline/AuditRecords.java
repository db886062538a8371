package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.Trace;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.audit.AuditRecord.Person;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.security.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes the audit record of a call. */
final class AuditRecords {
    private static final String STATUS = "hub.calls.get";

    private final String node;

    AuditRecords(String node) {
        this.node = node;
    }

    AuditRecord of(Call call, @Nullable CallFailure failure) {
        Target target = call.targetOrNull();
        return of(call, target == null ? "" : target.operation().name(), failure);
    }

    /** Of what is no call of an operation, under the name that it goes by. */
    AuditRecord of(Call call, String operation, @Nullable CallFailure failure) {
        Caller caller = call.callerOrNull();
        return new AuditRecord(
                call.started(),
                node,
                call.callId(),
                call.trace().traceId(),
                call.request().arrival().transport(),
                caller == null ? "" : caller.principal().id(),
                caller == null ? "" : caller.principal().user().orElse(""),
                caller == null ? "" : caller.actor().orElse(""),
                call.customer().orElse(""),
                call.conversation().orElse(""),
                operation,
                call.auditArguments(),
                failure == null ? 0 : failure.code().number(),
                failure == null ? "" : failure.reason(),
                call.replayed(),
                call.alarm(),
                call.micros(),
                call.backend().attempts(call.ran() != Call.Ran.NOT_YET),
                call.backend().endpoint(),
                Person.SHOWN);
    }

    /** Of a question what came of another call. */
    AuditRecord ofStatus(Call call, String about, @Nullable CallFailure failure) {
        call.auditArguments(about);
        return of(call, STATUS, failure);
    }

    AuditRecord of(Arrival arrival, String callId, Trace trace, CallFailure failure) {
        return new AuditRecord(
                Instant.now(),
                node,
                callId,
                trace.traceId(),
                arrival.transport(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                failure.code().number(),
                failure.reason(),
                false,
                "",
                0,
                0,
                "",
                Person.SHOWN);
    }
}
