package io.switchboard.core.internal.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.CallContext;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.Page;
import io.switchboard.connector.ProbeResult;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.descriptor.UntrustedPaths;
import io.switchboard.core.internal.mask.HandleValues;
import io.switchboard.core.internal.mask.StandIns;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.value.ValueOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An operation made ready to run: what reads its arguments, calls its method and writes its result, prepared once. Holds the
 * connector's classes and goes with it. Safe for use from many threads.
 */
public final class BoundOperation {
    /** There are a handful of roles; so a policy that makes ever new profiles is at fault and gets unprepared writers. */
    private static final int MOST_PROFILES = 64;

    private final OperationDescriptor descriptor;
    private final String name;
    private final Shape shape;
    private final Invoker method;
    private final Optional<Invoker> probe;
    private final Optional<RecordReader> argumentReader;
    private final Optional<RecordWriter> auditWriter;
    private final Optional<RecordWriter> wholeWriter;
    private final Optional<ResultWriter> wholeResultWriter;
    private final Optional<PageBounds> pageBounds;
    private final Optional<Accessors.Getter> customer;
    private final Optional<Owners> owners;
    private final List<String> untrusted;
    private final Map<MaskingProfile, ResultWriter> writers = new ConcurrentHashMap<>();

    /** Prepares an operation that was found to be without mistakes. */
    public BoundOperation(OperationDescriptor descriptor, Shape shape, Invoker method, Optional<Invoker> probe) {
        this.descriptor = descriptor;
        this.name = descriptor.name();
        this.shape = shape;
        this.method = method;
        this.probe = probe;
        this.argumentReader = shape.input().map(type -> ReaderCompiler.arguments(descriptor, type));
        this.auditWriter = argumentWriter(WriterCompiler.audited());
        this.wholeWriter = argumentWriter(WriterCompiler.unmasked());
        this.wholeResultWriter = shape.result().map(type -> shape.writer(descriptor, WriterCompiler.unmasked()));
        this.pageBounds = shape.input().flatMap(PageBounds::of);
        this.customer = shape.input().flatMap(type -> Shape.customer(descriptor.input(), type));
        this.untrusted = UntrustedPaths.of(descriptor.result());
        this.owners = shape.result().map(type -> new Owners(shape.resultType(descriptor), type, shape.paged()));
    }

    private Optional<RecordWriter> argumentWriter(WriterCompiler compiler) {
        return shape.input().map(type -> compiler.record(descriptor.input(), type));
    }

    /** What the operation is. */
    public OperationDescriptor descriptor() {
        return descriptor;
    }

    /** Its canonical name, as the descriptor puts it together at each question. */
    public String name() {
        return name;
    }

    /**
     * Makes the input record.
     *
     * @param arguments what the caller sent
     * @param boundCustomer the customer of a bound token, who fills the customer's member or stands behind {@code me}
     * @param handles what stands behind the handles in sensitive texts
     * @return the record; null for an operation without input
     * @throws CallFailure naming every faulty argument
     * @throws ConnectorException what the record's own constructor says the call fails with
     * @throws ConnectorBrokenException where that constructor threw what it may not
     */
    public @Nullable Object bind(ObjectNode arguments, Optional<String> boundCustomer, HandleValues handles)
            throws CallFailure {
        Reading reading = Reading.ofArguments(boundCustomer, handles);
        Object input = null;
        if (argumentReader.isPresent()) {
            input = argumentReader.get().read(arguments, reading);
        } else if (!arguments.isEmpty()) {
            arguments.fieldNames().forEachRemaining(name -> {
                int before = reading.enter(name);
                reading.fault("unknown", Expected.UNKNOWN);
                reading.leave(before);
            });
        }
        if (!reading.faults().isEmpty()) {
            throw CallFailure.ofArguments(reading.faults());
        }
        return input;
    }

    /** Where in a result the text stands that customers wrote. */
    public List<String> untrusted() {
        return untrusted;
    }

    /** The customer that the arguments name. */
    public Optional<String> customerOf(@Nullable Object input) {
        if (customer.isEmpty() || input == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable((String) customer.get().get(input));
        } catch (IllegalResultException e) {
            throw new ConnectorBrokenException("the customer of the call cannot be read", e);
        }
    }

    /**
     * Calls the connector's method; what it throws comes out.
     *
     * @throws IllegalResultException where it gave back a page of more than was asked for
     */
    public @Nullable Object invoke(Object connector, @Nullable Object input, CallContext context) throws Throwable {
        Object result = method.invoke(connector, input, context);
        checkPage(input, result);
        return result;
    }

    private void checkPage(@Nullable Object input, @Nullable Object result) throws IllegalResultException {
        if (pageBounds.isPresent() && input != null && result instanceof Page<?> page) {
            pageBounds.get().check(input, page);
        }
    }

    /** Asks the connector whether the act took place; empty where it has no probe. What it throws comes out. */
    public Optional<ProbeResult<?>> probe(Object connector, @Nullable Object input, CallContext context)
            throws Throwable {
        if (probe.isEmpty()) {
            return Optional.empty();
        }
        ProbeResult<?> found = (ProbeResult<?>) probe.get().invoke(connector, input, context);
        if (found != null) {
            checkPage(input, found.result());
        }
        return Optional.ofNullable(found);
    }

    /** Whether every owner that a result names is this customer. */
    public boolean belongsTo(String customerId, @Nullable Object result) throws IllegalResultException {
        return owners.isEmpty() || result == null || owners.get().allAre(customerId, result);
    }

    /** The writer for a profile, prepared at its first use. */
    public ResultWriter writer(MaskingProfile profile) {
        ResultWriter prepared = writers.get(profile);
        if (prepared != null) {
            return prepared;
        }
        ResultWriter made = shape.writer(descriptor, WriterCompiler.masked(profile));
        if (writers.size() < MOST_PROFILES) {
            writers.put(profile, made);
        }
        return made;
    }

    /** Writes arguments with every sensitive value left out. */
    public void writeArguments(Object input, ValueOutput out) throws IllegalResultException {
        if (auditWriter.isPresent()) {
            auditWriter.get().write(input, out, StandIns.NONE);
        }
    }

    /** Writes arguments whole, credentials too; for telling whether two requests are the same, and never to be kept in clear. */
    public void writeWholeArguments(Object input, ValueOutput out) throws IllegalResultException {
        if (wholeWriter.isPresent()) {
            wholeWriter.get().write(input, out, StandIns.NONE);
        }
    }

    /** Writes a result whole, credentials too; for the hub's own records, and never to be kept in clear. */
    public void writeWholeResult(@Nullable Object result, ValueOutput out) throws IllegalResultException {
        if (wholeResultWriter.isPresent()) {
            wholeResultWriter.get().write(result, out, StandIns.NONE);
        }
    }

    /** Makes a result of what {@link #writeWholeResult} wrote; null where it no longer fits the connector. */
    public @Nullable Object readResult(JsonNode recorded) {
        Reading reading = Reading.ofRecorded();
        Object result = shape.resultReader(descriptor).read(recorded, reading);
        return reading.faults().isEmpty() ? result : null;
    }
}
