package io.switchboard.connector.testkit.internal;

import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.internal.pipeline.Guards;
import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Authoriser;
import io.switchboard.core.security.Caller;
import io.switchboard.core.security.MaskingPolicy;
import io.switchboard.core.security.MaskingProfile;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** In the place of the security plugin: whoever was introduced is known by name, and may what the plugin would let him. */
final class KnownCallers implements Guards, Authenticator, Authoriser, MaskingPolicy {
    private record Known(Caller caller, MaskingProfile profile) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    void introduce(Caller caller, MaskingProfile profile) {
        known.put(caller.tokenId(), new Known(caller, profile));
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.of(this);
    }

    @Override
    public Optional<Authoriser> authoriser() {
        return Optional.of(this);
    }

    @Override
    public Optional<MaskingPolicy> maskingPolicy() {
        return Optional.of(this);
    }

    @Override
    public Caller authenticate(Credentials credentials) throws CallFailure {
        Known found = known.get(credentials.token());
        if (found == null) {
            throw CallFailure.of(ErrorCode.UNAUTHENTICATED);
        }
        return found.caller();
    }

    @Override
    public void authorise(Caller caller, OperationDescriptor operation) throws CallFailure {
        if (!caller.covers(operation.scope())) {
            throw CallFailure.of(ErrorCode.SCOPE_MISSING);
        }
        boolean bound = caller.boundCustomer().isPresent();
        switch (operation.audience()) {
            case STAFF -> {
                if (bound) {
                    throw CallFailure.of(ErrorCode.FORBIDDEN);
                }
            }
            case CUSTOMER -> {
                if (!bound && caller.principal().kind() == Principal.Kind.AUTONOMOUS) {
                    throw CallFailure.of(ErrorCode.CUSTOMER_REQUIRED);
                }
            }
            case PUBLIC -> {}
        }
        if (caller.assurance().compareTo(operation.assurance()) < 0) {
            throw CallFailure.of(ErrorCode.STEP_UP_REQUIRED);
        }
    }

    @Override
    public MaskingProfile profile(Caller caller) {
        Known found = known.get(caller.tokenId());
        return found == null ? MaskingProfile.HIDE_ALL : found.profile();
    }
}
