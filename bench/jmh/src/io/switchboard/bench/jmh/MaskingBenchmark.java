package io.switchboard.bench.jmh;

import io.switchboard.connector.DataClass;
import io.switchboard.core.internal.bind.BoundOperation;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.internal.bind.ResultWriter;
import io.switchboard.core.internal.mask.StandIns;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import io.switchboard.core.value.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The bytes of one customer for roles that see it differently. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MaskingBenchmark {
    private static final StandIns KNOWN = (dataClass, value) -> "hdl_phone_abcdefghijklmnopqrstuvwxyz";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private @Nullable BoundOperation operation;
    private @Nullable Object result;

    /** Prepares what is written. */
    @Setup
    public void prepare(Parts parts) throws Throwable {
        operation = parts.registry.find(Customers.GET).orElseThrow().operation();
        result = new Customers().get(new Customers.Key(Customers.ID));
    }

    /** Whole, and nothing is looked through. */
    @Benchmark
    public int whole() throws IllegalResultException {
        return written(profile(Treatment.FULL, Treatment.FULL));
    }

    /** Telephone and e-mail in part, and what customers wrote is looked through. */
    @Benchmark
    public int partial() throws IllegalResultException {
        return written(profile(Treatment.PARTIAL, Treatment.PARTIAL));
    }

    /** Telephone and e-mail as handles that are known. */
    @Benchmark
    public int handles() throws IllegalResultException {
        return written(profile(Treatment.HANDLE, Treatment.PARTIAL));
    }

    private static MaskingProfile profile(Treatment numbers, Treatment freeText) {
        return new MaskingProfile(
                Map.of(DataClass.PHONE, numbers, DataClass.EMAIL, numbers, DataClass.FREE_TEXT, freeText));
    }

    private int written(MaskingProfile profile) throws IllegalResultException {
        if (operation == null) {
            throw new IllegalStateException("not prepared");
        }
        bytes.reset();
        try (JsonOutput out = new JsonOutput(bytes)) {
            ResultWriter writer = operation.writer(profile);
            writer.write(result, out, KNOWN);
        }
        return bytes.size();
    }
}
