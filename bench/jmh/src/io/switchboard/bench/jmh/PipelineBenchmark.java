package io.switchboard.bench.jmh;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.call.CallRequest;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.internal.bind.BoundOperation;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.internal.mask.HandleValues;
import io.switchboard.core.value.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A read from the arguments to the bytes of its answer, and the two parts of that which do most. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PipelineBenchmark {
    private static final CallRequest REQUEST = new CallRequest(
            new Arrival("bench", Optional.of(new Credentials("bearer", "token")), Optional.empty(), Locale.ENGLISH, ""),
            Customers.GET,
            PipelineBenchmark::arguments,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private final Answer answer = new Answer();
    private @Nullable BoundOperation operation;
    private @Nullable Object result;

    /** Prepares what the parts work on. */
    @Setup
    public void prepare(Parts parts) throws Throwable {
        operation = parts.registry.find(Customers.GET).orElseThrow().operation();
        result = new Customers().get(new Customers.Key(Customers.ID));
    }

    /** All of it. */
    @Benchmark
    public int read(Parts parts) {
        parts.pipeline.call(REQUEST, answer.anew());
        return answer.size();
    }

    /** The record of the arguments. */
    @Benchmark
    public @Nullable Object bind() throws CallFailure {
        return bound().bind(arguments(), Optional.empty(), HandleValues.NONE);
    }

    /** The bytes of the answer. */
    @Benchmark
    public int write() throws IllegalResultException {
        bytes.reset();
        try (JsonOutput out = new JsonOutput(bytes)) {
            bound().writer(OpenGuards.PROFILE).write(result, out);
        }
        return bytes.size();
    }

    private BoundOperation bound() {
        if (operation == null) {
            throw new IllegalStateException("not prepared");
        }
        return operation;
    }

    private static ObjectNode arguments() {
        return JsonNodeFactory.instance.objectNode().put("customerId", Customers.ID);
    }
}
