package io.switchboard.bench.jmh;

import io.switchboard.core.call.CallReply;
import io.switchboard.core.call.Problem;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.value.JsonOutput;
import io.switchboard.core.value.ValueOutput;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of a call's JSON. Used again for the next call, by one thread. */
final class Answer implements CallReply {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private @Nullable JsonOutput out;

    /** Empties it. */
    Answer anew() {
        bytes.reset();
        return this;
    }

    int size() {
        return bytes.size();
    }

    @Override
    public ValueOutput result(OperationDescriptor described) {
        out = new JsonOutput(bytes);
        return out;
    }

    @Override
    public void done(Done done) {
        if (out != null) {
            out.close();
        }
    }

    @Override
    public void failed(Problem problem) {
        throw new IllegalStateException(problem.toString());
    }
}
