package io.switchboard.rest.internal.sample;

import io.switchboard.connector.Assurance;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Principal;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Authoriser;
import io.switchboard.core.security.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Takes a token for the name of the one scope it has; {@code bad} is none. */
public class Tokens implements Authenticator, Authoriser {
    @Override
    public Caller authenticate(Credentials credentials) throws CallFailure {
        if (credentials.token().equals("bad")) {
            throw CallFailure.of(ErrorCode.UNAUTHENTICATED);
        }
        return new Caller(
                Principal.builder("client", Principal.Kind.AUTONOMOUS).build(),
                Set.of(),
                Set.of(credentials.token()),
                Optional.empty(),
                Optional.empty(),
                Assurance.TOKEN,
                "t1",
                Instant.MAX);
    }

    @Override
    public void authorise(Caller caller, OperationDescriptor operation) throws CallFailure {
        if (!caller.scopes().contains(operation.scope())) {
            throw CallFailure.of(ErrorCode.SCOPE_MISSING);
        }
    }
}
