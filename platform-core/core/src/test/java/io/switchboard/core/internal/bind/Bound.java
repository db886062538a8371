package io.switchboard.core.internal.bind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.internal.mask.HandleValues;
import io.switchboard.core.internal.reader.ConnectorMistakesException;
import io.switchboard.core.internal.reader.DescriptorReader;
import io.switchboard.core.value.JsonOutput;
import io.switchboard.core.value.ValueOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The operations of {@link Shop}, bound as the hub binds them. */
final class Bound {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BoundOperation operation;

    private Bound(BoundOperation operation) {
        this.operation = operation;
    }

    static Bound operation(String id) {
        try {
            return new Bound(DescriptorReader.read(Shop.class, false).operations().stream()
                    .filter(each -> each.descriptor().id().equals(id))
                    .findFirst()
                    .orElseThrow());
        } catch (ConnectorMistakesException e) {
            throw new AssertionError(e);
        }
    }

    BoundOperation get() {
        return operation;
    }

    Object input(String json) throws CallFailure {
        return input(json, HandleValues.NONE);
    }

    Object input(String json, HandleValues handles) throws CallFailure {
        try {
            return Objects.requireNonNull(operation.bind((ObjectNode) JSON.readTree(json), Optional.empty(), handles));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** What is wrong with arguments, as {@code path:fault}. */
    List<String> faults(String json) {
        try {
            input(json);
            return List.of();
        } catch (CallFailure e) {
            return e.faults().stream().map(Bound::words).toList();
        }
    }

    private static String words(ArgumentFault fault) {
        return fault.path() + ":" + fault.fault();
    }

    @SuppressWarnings("NullAway") // Nothing here asks for the context.
    Object result(String json) throws Throwable {
        return Objects.requireNonNull(operation.invoke(new Shop(), input(json), null));
    }

    @FunctionalInterface
    interface Writing {
        void to(ValueOutput out) throws IllegalResultException;
    }

    static String written(Writing writing) throws IllegalResultException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = new JsonOutput(bytes)) {
            writing.to(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
