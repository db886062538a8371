package io.switchboard.core.security;

import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.OperationDescriptor;
import org.osgi.annotation.versioning.ConsumerType;

/** Decides what a caller may call. A service of the security plugin, accepted from its symbolic name only. Safe for use from many threads. */
@ConsumerType
public interface Authoriser {
    /**
     * Lets a caller through, or not; before the arguments are read.
     *
     * @throws CallFailure with a code of the category {@link io.switchboard.connector.ErrorCategory#ACCESS}
     */
    void authorise(Caller caller, OperationDescriptor operation) throws CallFailure;

    /** Whether {@link #authorise} would let it through; for listings. */
    default boolean permits(Caller caller, OperationDescriptor operation) {
        try {
            authorise(caller, operation);
            return true;
        } catch (CallFailure refused) {
            return false;
        }
    }
}
