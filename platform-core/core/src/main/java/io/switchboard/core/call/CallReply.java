package io.switchboard.core.call;

import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.UntrustedPaths;
import io.switchboard.core.value.ValueOutput;
import java.util.List;

/**
 * Where a call's answer goes. The hub calls {@link #done} or {@link #failed}, one of them, once. A {@link #failed} may come from
 * another thread while {@link #result} is still being written to; what was written is then thrown away.
 */
public interface CallReply {
    /**
     * Where the masked result is to be written; asked for at most once, not for operations that give nothing. Must write to memory.
     */
    ValueOutput result(OperationDescriptor operation);

    /**
     * How much room the caller has left under the limit that is nearest. Called on the call's thread, before {@link #done} and
     * {@link #failed}, not at all where nobody was found to call, and again where another limit is nearer. Does nothing unless overridden.
     */
    default void quota(Quota quota) {}

    /** The call succeeded, and its result, if any, is written whole. */
    void done(Done done);

    /** The call failed. */
    void failed(Problem problem);

    /**
     * How a call ended that succeeded. Immutable.
     *
     * @param operation the operation
     * @param callId the call to ask about: this one, or the earlier one with the same key that did it
     * @param traceparent the trace context to answer with
     * @param replayed whether it is the recorded outcome of an earlier call with the same key
     * @param untrusted where in the result the text stands that customers wrote, as {@link UntrustedPaths} has it; to be told apart
     *     for agents, who must not take it for instructions
     */
    record Done(
            OperationDescriptor operation,
            String callId,
            String traceparent,
            boolean replayed,
            List<String> untrusted) {
        /** Copies the paths. */
        public Done {
            untrusted = List.copyOf(untrusted);
        }
    }
}
