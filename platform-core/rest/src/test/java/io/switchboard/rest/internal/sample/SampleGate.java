package io.switchboard.rest.internal.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallGate;
import io.switchboard.core.call.CallReply;
import io.switchboard.core.call.CallRequest;
import io.switchboard.core.call.CallStatus;
import io.switchboard.core.call.Problem;
import io.switchboard.core.call.StatusReply;
import io.switchboard.core.call.StatusRequest;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.UntrustedPaths;
import io.switchboard.core.value.ValueOutput;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A gate that lets everything through and answers with the same city, or does what a test tells it. */
public final class SampleGate implements CallGate {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    /** The calls that came, with their arguments. */
    public final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();

    private volatile Run run = SampleGate::city;

    /** What came. */
    public record Seen(CallRequest request, ObjectNode arguments) {}

    /** What a call does. */
    @FunctionalInterface
    public interface Run {
        void run(OperationDescriptor operation, CallReply reply) throws CallFailure;
    }

    /** Does something else from now on. */
    public void doing(Run other) {
        run = other;
    }

    private static void city(OperationDescriptor operation, CallReply reply) {
        if (!(operation.result() instanceof Result.None)) {
            ValueOutput out = reply.result(operation);
            out.startRecord();
            out.name("city");
            out.text("上海 <&>");
            out.endRecord();
        }
        reply.done(new CallReply.Done(operation, "call1", TRACE, false, UntrustedPaths.of(operation.result())));
    }

    @Override
    public void call(CallRequest request, CallReply reply) {
        try {
            seen.add(new Seen(request, request.arguments().read()));
            OperationDescriptor operation = Shop.SNAPSHOT.operations().get(request.operation());
            run.run(Objects.requireNonNull(operation), reply);
        } catch (CallFailure failure) {
            reply.failed(problem(failure));
        }
    }

    @Override
    public void status(StatusRequest request, StatusReply reply) {
        if (!request.callId().equals("call1")) {
            reply.failed(problem(CallFailure.of(ErrorCode.NOT_FOUND)));
            return;
        }
        ValueOutput out = reply.result(Shop.GET);
        out.startRecord();
        out.name("city");
        out.text("Paris");
        out.endRecord();
        reply.found(new CallStatus(
                "call1",
                Shop.GET.name(),
                CallStatus.State.DONE,
                Instant.parse("2026-01-31T12:00:00Z"),
                Optional.empty()));
    }

    @Override
    public Problem refuse(Arrival arrival, CallFailure failure) {
        return problem(failure);
    }

    /** Makes the problem of a failure. */
    public static Problem problem(CallFailure failure) {
        return new Problem(
                failure.code(),
                failure.reason(),
                new Text(failure.code().en(), failure.code().zh()),
                failure.detail(),
                List.copyOf(failure.faults()),
                Optional.ofNullable(failure.retryAfter()),
                "",
                "call1",
                "4bf92f3577b34da6a3ce929d0e0e4736",
                TRACE,
                false);
    }
}
