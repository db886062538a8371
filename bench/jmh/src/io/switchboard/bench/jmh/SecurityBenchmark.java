package io.switchboard.bench.jmh;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.switchboard.connector.DataClass;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallRequest;
import io.switchboard.core.internal.pipeline.Pipeline;
import io.switchboard.core.internal.pipeline.RateBounds;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * {@code customer.get} through the whole pipeline: with all of plugin-security, a token that is known and bound to the customer, limits and
 * masking; and with guards that let everybody see everything.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SecurityBenchmark {
    private static final int NEVER_MET = 1_000_000_000;
    private static final MaskingProfile WHOLE = new MaskingProfile(Arrays.stream(DataClass.values())
            .filter(each -> each != DataClass.CREDENTIAL)
            .collect(Collectors.toMap(each -> each, each -> Treatment.FULL)));

    private final Answer answer = new Answer();
    private @Nullable Pipeline open;
    private @Nullable Pipeline secured;
    private @Nullable CallRequest request;

    /** Builds both. */
    @Setup
    public void build(Parts parts, RealSecurity security) {
        open = parts.pipeline(new OpenGuards(WHOLE), new RateBounds(NEVER_MET, 0, 0, List.of()));
        secured = parts.pipeline(security, new RateBounds(NEVER_MET, NEVER_MET, 60, List.of()));
        request = new CallRequest(
                new Arrival("bench", Optional.of(security.credentials()), Optional.empty(), Locale.ENGLISH, ""),
                Customers.GET,
                () -> JsonNodeFactory.instance.objectNode().put("customerId", Customers.ID),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Nothing is kept from anybody. */
    @Benchmark
    public int without() {
        return size(open);
    }

    /** Everything that a call meets in a hub, but for the audit's file. */
    @Benchmark
    public int with() {
        return size(secured);
    }

    private int size(@Nullable Pipeline pipeline) {
        Objects.requireNonNull(pipeline, "pipeline").call(Objects.requireNonNull(request, "request"), answer.anew());
        return answer.size();
    }

    /** Ends the pipelines' threads. */
    @TearDown
    public void close() {
        Objects.requireNonNull(open, "open").close();
        Objects.requireNonNull(secured, "secured").close();
    }
}
