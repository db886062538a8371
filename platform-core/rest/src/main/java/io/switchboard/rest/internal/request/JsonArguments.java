package io.switchboard.rest.internal.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.Text;
import io.switchboard.rest.internal.wire.BodyBuffer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads arguments from JSON: one object, UTF-8, bounded, no member twice. */
final class JsonArguments {
    static final JsonNodeFactory NODES = new JsonNodeFactory(true);
    static final int DEPTH = 20;

    private static final int LONGEST_TEXT = 1024 * 1024;
    private static final int LONGEST_NUMBER = 100;
    private static final ObjectReader READER = reader();

    private JsonArguments() {}

    private static ObjectReader reader() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(1000)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // Keys come from callers: an interning table of them would be theirs to fill.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .nodeFactory(NODES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .reader();
    }

    static ObjectNode read(BodyBuffer body) throws CallFailure {
        JsonNode node;
        try {
            node = READER.readTree(body.array(), 0, body.size());
        } catch (StreamConstraintsException e) {
            throw CallFailure.of(
                    ErrorCode.MALFORMED_BODY,
                    "The body is nested more deeply than " + DEPTH
                            + " levels, or holds a text or number that is too long.",
                    "请求体嵌套超过 " + DEPTH + " 层，或含有过长的文本或数字。");
        } catch (JsonProcessingException e) {
            throw malformed(e.getLocation());
        } catch (IOException e) {
            throw malformed(null);
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        if (node.isMissingNode()) {
            return NODES.objectNode();
        }
        throw CallFailure.ofArguments(
                List.of(new ArgumentFault("", "type", new Text("A JSON object.", "应为 JSON 对象。"))));
    }

    private static CallFailure malformed(@Nullable JsonLocation at) {
        String en = "The body is not well-formed JSON, or names a member twice";
        String zh = "请求体不是合法的 JSON，或同一成员出现两次";
        return at == null || at.getLineNr() < 1
                ? CallFailure.of(ErrorCode.MALFORMED_BODY, en + ".", zh + "。")
                : CallFailure.of(
                        ErrorCode.MALFORMED_BODY,
                        en + ": line " + at.getLineNr() + ", column " + at.getColumnNr() + ".",
                        zh + "：第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列。");
    }
}
