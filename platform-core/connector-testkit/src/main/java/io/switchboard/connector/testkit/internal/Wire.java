package io.switchboard.connector.testkit.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.Member;
import io.switchboard.core.descriptor.Result;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.descriptor.ValueType;
import io.switchboard.core.descriptor.ValueType.RecordType;
import io.switchboard.core.internal.bind.IllegalResultException;
import io.switchboard.core.value.JsonOutput;
import io.switchboard.core.value.ValueOutput;
import io.switchboard.rest.internal.request.XmlArguments;
import io.switchboard.rest.internal.wire.BodyBuffer;
import io.switchboard.rest.internal.wire.XmlOutput;
import io.switchboard.rest.internal.wire.XmlRoot;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Values as the hub writes and reads them over HTTP. */
public final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIMIT = 16 * 1024 * 1024;

    private Wire() {}

    /** Writes a value. */
    @FunctionalInterface
    public interface Writing {
        /** Writes it there. */
        void to(ValueOutput out) throws IllegalResultException;
    }

    /** A value written as JSON, and read again. */
    public static JsonNode json(Writing value) throws IllegalResultException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = new JsonOutput(bytes)) {
            value.to(out);
        }
        try {
            return JSON.readTree(bytes.toString(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the hub wrote what is no JSON", e);
        }
    }

    /** A value written as XML, and read again as a record of that type. */
    public static ObjectNode xml(RecordType type, Writing value) throws IllegalResultException, CallFailure {
        BodyBuffer body = new BodyBuffer(LIMIT);
        value.to(new XmlOutput(body, XmlRoot.REQUEST));
        return XmlArguments.read(body, type);
    }

    /** What a result is on the wire: a page is a record, too. */
    public static RecordType record(Result result) {
        if (result instanceof Result.One one) {
            return one.type();
        }
        if (result instanceof Result.Paged paged) {
            ValueType items = new ValueType.ListType(paged.row(), 0, Integer.MAX_VALUE);
            Member member = new Member("items", items, false, Text.NONE, "", Optional.empty(), false, false, false);
            return new RecordType("", Text.NONE, List.of(member));
        }
        return new RecordType("", Text.NONE, List.of());
    }
}
