package io.switchboard.rest.internal.sample;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.access.Access;
import io.switchboard.core.access.AccessGate;
import io.switchboard.core.access.AccessReply;
import io.switchboard.core.access.AccessRequest;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.call.Problem;
import io.switchboard.core.call.Quota;
import io.switchboard.core.security.Caller;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Lets in whoever has a token by the name of the scope; remembers how it ended. */
public final class SampleAccess implements AccessGate {
    /** What was let in, and the number of the code that each ended with. */
    public final BlockingQueue<String> ended = new LinkedBlockingQueue<>();

    /** Whether those who were let in may no longer. */
    public volatile boolean revoked;

    @Override
    public void enter(AccessRequest request, AccessReply reply) {
        Optional<Credentials> credentials = request.arrival().credentials();
        if (credentials.isEmpty()) {
            reply.refused(SampleGate.problem(CallFailure.of(ErrorCode.UNAUTHENTICATED)));
        } else if (!credentials.get().token().equals(request.scope())) {
            reply.refused(SampleGate.problem(CallFailure.of(ErrorCode.SCOPE_MISSING)));
        } else {
            reply.quota(new Quota("client", 10, 1, 9, 1));
            reply.admitted(new Open(request.name(), credentials.get()));
        }
    }

    private final class Open implements Access {
        private final String name;
        private final Credentials credentials;

        Open(String name, Credentials credentials) {
            this.name = name;
            this.credentials = credentials;
        }

        @Override
        public Caller caller() {
            try {
                return new Tokens().authenticate(credentials);
            } catch (CallFailure e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Caller again() throws CallFailure {
            if (revoked) {
                throw CallFailure.of(ErrorCode.UNAUTHENTICATED);
            }
            return caller();
        }

        @Override
        public String callId() {
            return "call7";
        }

        @Override
        public String traceparent() {
            return "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        }

        @Override
        public void done() {
            ended.add(name + " 0");
        }

        @Override
        public Problem failed(CallFailure failure) {
            ended.add(name + " " + failure.code().number());
            return SampleGate.problem(failure);
        }
    }
}
