package io.switchboard.bench.jmh;

import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.internal.audit.AuditLog;
import io.switchboard.core.internal.catalogue.ConnectorRegistry;
import io.switchboard.core.internal.pipeline.CursorSeal;
import io.switchboard.core.internal.pipeline.Guards;
import io.switchboard.core.internal.pipeline.Pipeline;
import io.switchboard.core.internal.pipeline.RateBounds;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The registry with {@link Customers}, and a pipeline around it whose audit keeps nothing. */
@State(Scope.Benchmark)
public class Parts {
    final ConnectorRegistry registry = new ConnectorRegistry(64);
    final Pipeline pipeline =
            pipeline(new OpenGuards(OpenGuards.PROFILE), new RateBounds(1_000_000_000, 0, 0, List.of()));

    /** Lets the connector arrive. */
    @Setup
    public void open() {
        Customers customers = new Customers();
        registry.arrive(customers, customers, new ConnectorRegistry.Origin("bench", "1", 1, false));
        if (registry.find(Customers.GET).isEmpty()) {
            throw new IllegalStateException("the connector was refused");
        }
    }

    /** Another pipeline around the same. */
    final Pipeline pipeline(Guards guards, RateBounds rates) {
        return new Pipeline(
                new Pipeline.Parts(
                        registry,
                        guards,
                        Optional::empty,
                        Optional::empty,
                        new NoSeal(),
                        new NoAudit(),
                        end -> {},
                        "bench"),
                new Pipeline.Bounds(rates, 128));
    }

    /** Ends the pipeline's threads. */
    @TearDown
    public void close() {
        pipeline.close();
    }

    private static final class NoAudit implements AuditLog {
        @Override
        public void append(AuditRecord entry, boolean durable) {
            // What the real one costs is measured apart.
        }

        @Override
        public boolean healthy() {
            return true;
        }
    }

    private static final class NoSeal implements CursorSeal {
        @Override
        public String seal(String context, String text) {
            return text;
        }

        @Override
        public Optional<String> open(String context, String sealed) {
            return Optional.of(sealed);
        }
    }
}
