package io.switchboard.core.internal.event;

import io.switchboard.connector.Assurance;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal;
import io.switchboard.core.access.Access;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Problem;
import io.switchboard.core.internal.pipeline.Guards;
import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Authoriser;
import io.switchboard.core.security.Caller;
import io.switchboard.core.security.MaskingPolicy;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Somebody who was let in, until it may no longer. */
final class FakeAccess implements Access {
    /** Shows a part of telephone numbers and of what customers write, and nothing else that is personal. */
    static final Guards GUARDS = new Guards() {
        @Override
        public Optional<Authenticator> authenticator() {
            return Optional.empty();
        }

        @Override
        public Optional<Authoriser> authoriser() {
            return Optional.empty();
        }

        @Override
        public Optional<MaskingPolicy> maskingPolicy() {
            return Optional.of(caller -> new MaskingProfile(
                    Map.of(DataClass.PHONE, Treatment.PARTIAL, DataClass.FREE_TEXT, Treatment.PARTIAL)));
        }
    };

    private final Caller caller;
    private boolean ended;

    private FakeAccess(Principal.Kind kind, Optional<String> customer, Set<String> scopes) {
        caller = new Caller(
                Principal.builder("desk", kind).build(),
                Set.of(),
                scopes,
                customer,
                Optional.empty(),
                Assurance.TOKEN,
                "t1",
                Instant.MAX);
    }

    static FakeAccess of(Principal.Kind kind, String... scopes) {
        return new FakeAccess(kind, Optional.empty(), Set.of(scopes));
    }

    static FakeAccess bound(String customer, String... scopes) {
        return new FakeAccess(Principal.Kind.AUTONOMOUS, Optional.of(customer), Set.of(scopes));
    }

    void end() {
        ended = true;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Caller again() throws CallFailure {
        if (ended) {
            throw CallFailure.of(ErrorCode.UNAUTHENTICATED);
        }
        return caller;
    }

    @Override
    public String callId() {
        return "call7";
    }

    @Override
    public String traceparent() {
        return "";
    }

    @Override
    public void done() {
        throw new IllegalStateException("whoever reads does not end it");
    }

    @Override
    public Problem failed(CallFailure failure) {
        throw new IllegalStateException(failure);
    }
}
