package io.switchboard.security.internal.access;

import io.switchboard.connector.Principal;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.security.Authoriser;
import io.switchboard.core.security.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Decides by the scope first, then by the audience, then by how sure the hub is of the customer. */
@Component(service = Authoriser.class)
public final class ScopeAuthoriser implements Authoriser {
    /** Needs nothing: what it decides by stands in the caller and the operation. */
    @Activate
    public ScopeAuthoriser() {}

    @Override
    public void authorise(Caller caller, OperationDescriptor operation) throws CallFailure {
        if (!caller.covers(operation.scope())) {
            throw Refusals.scopeMissing(operation.scope());
        }
        boolean bound = caller.boundCustomer().isPresent();
        switch (operation.audience()) {
            case STAFF -> {
                if (bound) {
                    throw Refusals.staffOnly();
                }
            }
            case CUSTOMER -> {
                if (!bound && caller.principal().kind() == Principal.Kind.AUTONOMOUS) {
                    throw Refusals.customerRequired();
                }
            }
            case PUBLIC -> {}
        }
        if (caller.assurance().compareTo(operation.assurance()) < 0) {
            throw Refusals.stepUpRequired();
        }
    }
}
