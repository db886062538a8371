package io.switchboard.core.internal.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.internal.bind.BoundOperation;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.value.JsonOutput;
import io.switchboard.core.value.ValueOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Arguments and results as JSON, for what stays within the hub. */
final class Json {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Json() {}

    @FunctionalInterface
    private interface Writing {
        void to(ValueOutput out) throws IllegalResultException;
    }

    private static String written(Writing writing) throws IllegalResultException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonOutput out = new JsonOutput(bytes)) {
            writing.to(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Arguments with every sensitive value left out. */
    static String maskedArguments(BoundOperation operation, Object input) throws IllegalResultException {
        return written(out -> operation.writeArguments(input, out));
    }

    static String wholeArguments(BoundOperation operation, Object input) throws IllegalResultException {
        return written(out -> operation.writeWholeArguments(input, out));
    }

    /** A result with all that it holds; empty for an operation that gives nothing. */
    static String wholeResult(BoundOperation operation, @Nullable Object result) throws IllegalResultException {
        if (operation.descriptor().result() instanceof Result.None) {
            return "";
        }
        return written(out -> operation.writeWholeResult(result, out));
    }

    /** The result that was recorded so; null for an operation that gives nothing, or where it no longer fits. */
    static @Nullable Object result(BoundOperation operation, String recorded) {
        if (recorded.isEmpty()) {
            return null;
        }
        try {
            JsonNode json = JSON.readTree(recorded);
            return operation.readResult(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recorded result is not JSON", e);
        }
    }

    /** Arguments as {@link #wholeArguments} wrote them. */
    static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("recorded arguments are not JSON", e);
        }
    }
}
