package io.switchboard.rest.internal.answer;

import io.switchboard.core.access.Access;
import io.switchboard.core.access.AccessGate;
import io.switchboard.core.access.AccessReply;
import io.switchboard.core.access.AccessRequest;
import io.switchboard.core.call.Problem;
import io.switchboard.core.call.Quota;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks whether a caller may come in, and answers the one who may not. */
public final class Admission implements AccessReply {
    private @Nullable Access access;
    private @Nullable Quota nearest;
    private @Nullable Problem problem;

    private Admission() {}

    /** What the caller was let in for; empty: it was answered. */
    public static Optional<Access> ask(AccessGate gate, AccessRequest request, Exchange exchange) throws IOException {
        Admission admission = new Admission();
        gate.enter(request, admission);
        QuotaHeaders.add(exchange.response(), admission.nearest);
        if (admission.problem != null) {
            ProblemAnswer.send(exchange, admission.problem, Needs.ofScope(request.scope()));
        }
        return Optional.ofNullable(admission.access);
    }

    @Override
    public void quota(Quota room) {
        nearest = room;
    }

    @Override
    public void admitted(Access admitted) {
        access = admitted;
    }

    @Override
    public void refused(Problem refusal) {
        problem = refusal;
    }
}
