package io.switchboard.core.call;

import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.value.ValueOutput;

/** Where the answer to a {@link StatusRequest} goes. */
public interface StatusReply {
    /** Where the masked result of a call that is done is to be written; asked for only where there is one. */
    ValueOutput result(OperationDescriptor operation);

    /** The call is known to the one who asks. */
    void found(CallStatus status);

    /** It is not, or asking failed. */
    void failed(Problem problem);
}
