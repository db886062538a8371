package io.switchboard.connector.testkit.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.internal.bind.BoundOperation;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.value.JsonOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The arguments of a call, as tests write them. */
public final class Arguments {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Arguments() {}

    /**
     * Reads JSON in which text may stand in single quotes.
     *
     * @throws IllegalArgumentException where it is no object
     */
    public static ObjectNode parsed(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new IllegalArgumentException("The arguments are no JSON object: " + json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The arguments are no JSON: " + json, e);
        }
    }

    /**
     * Writes the record that an operation takes as the JSON of its arguments.
     *
     * @throws IllegalArgumentException where it takes another one, or something in it is null that must not be
     */
    public static String written(BoundOperation operation, Record input) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput json = new JsonOutput(bytes)) {
            operation.writeWholeArguments(input, json);
        } catch (IllegalResultException e) {
            throw new IllegalArgumentException(
                    "This is not what " + operation.descriptor().name() + " takes: " + e.getMessage(), e);
        }
        return bytes.size() == 0 ? "{}" : bytes.toString(StandardCharsets.UTF_8);
    }
}
