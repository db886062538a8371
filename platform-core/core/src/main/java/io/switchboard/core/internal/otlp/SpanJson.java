package io.switchboard.core.internal.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.switchboard.core.internal.pipeline.CallEnd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes spans as an {@code ExportTraceServiceRequest} of OTLP 1.7 in JSON: ids in hexadecimal, 64-bit numbers as text, enums as numbers. The
 * attributes are those of the semantic conventions for RPC, and ours under {@code switchboard.}; none of them is personal. Immutable.
 */
final class SpanJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int SERVER = 2;
    private static final int ERROR = 2;
    /** From here on it was not the caller's fault. */
    private static final int FIRST_OF_OURS = 5000;

    private final String service;
    private final String instance;
    private final String version;

    SpanJson(String service, String instance, String version) {
        this.service = service;
        this.instance = instance;
        this.version = version;
    }

    byte[] write(List<CallEnd> ends) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512 * ends.size() + 512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("resourceSpans");
            json.writeStartObject();
            resource(json);
            json.writeArrayFieldStart("scopeSpans");
            json.writeStartObject();
            json.writeObjectFieldStart("scope");
            json.writeStringField("name", "io.switchboard.core");
            json.writeStringField("version", version);
            json.writeEndObject();
            json.writeArrayFieldStart("spans");
            for (CallEnd end : ends) {
                span(json, end);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void resource(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("resource");
        json.writeArrayFieldStart("attributes");
        attribute(json, "service.name", service);
        attribute(json, "service.instance.id", instance);
        attribute(json, "service.version", version);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void span(JsonGenerator json, CallEnd end) throws IOException {
        json.writeStartObject();
        json.writeStringField("traceId", end.trace().traceId());
        json.writeStringField("spanId", end.trace().spanId());
        Optional<String> parent = end.parentSpanId();
        if (parent.isPresent()) {
            json.writeStringField("parentSpanId", parent.get());
        }
        json.writeStringField("name", end.operation().isEmpty() ? "call" : end.operation());
        json.writeNumberField("kind", SERVER);
        json.writeStringField("startTimeUnixNano", nanos(end.started(), 0));
        json.writeStringField("endTimeUnixNano", nanos(end.started(), end.micros()));
        json.writeArrayFieldStart("attributes");
        attributes(json, end);
        json.writeEndArray();
        json.writeObjectFieldStart("status");
        if (end.number() >= FIRST_OF_OURS) {
            json.writeNumberField("code", ERROR);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void attributes(JsonGenerator json, CallEnd end) throws IOException {
        attribute(json, "rpc.system", "switchboard");
        int major = end.operation().indexOf('.', end.operation().indexOf('.') + 1);
        if (major > 0) {
            attribute(json, "rpc.service", end.operation().substring(0, major));
            attribute(json, "rpc.method", end.operation().substring(major + 1));
        }
        if (end.code() != null) {
            attribute(json, "error.type", end.code().name());
        }
        attribute(json, "switchboard.code", end.number());
        attribute(json, "switchboard.call.id", end.callId());
        attribute(json, "switchboard.transport", end.transport());
        if (!end.principal().isEmpty()) {
            attribute(json, "switchboard.client", end.principal());
        }
    }

    private static void attribute(JsonGenerator json, String key, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", key);
        json.writeObjectFieldStart("value");
        json.writeStringField("stringValue", value);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void attribute(JsonGenerator json, String key, long value) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", key);
        json.writeObjectFieldStart("value");
        json.writeStringField("intValue", Long.toString(value));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String nanos(Instant time, long micros) {
        return Long.toString(Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano() + 1_000 * micros));
    }
}
