package io.switchboard.core.internal.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.switchboard.core.audit.AuditRecord;
import java.io.IOException;

/**
 * Audit records as the payloads of lines. What is empty is left out. What names a person stands apart, in {@code person}: that part
 * alone has to become unreadable when a customer is forgotten. For one thread.
 */
final class RecordCodec {
    private static final JsonFactory JSON = new JsonFactory();
    /** Texts are cut there, so that a line has an end; the hub's own are far shorter. */
    private static final int TEXT_LIMIT = 1_000;

    private static final int ARGUMENTS_LIMIT = 64_000;

    private final TimeText times = new TimeText();

    /** Adds a payload to the buffer. */
    void write(long sequence, AuditRecord content, LineBuffer out) {
        LineJson json = new LineJson(out);
        json.number("n", sequence);
        text(json, "time", times.format(content.time()));
        text(json, "node", content.node());
        text(json, "call", content.callId());
        text(json, "trace", content.traceId());
        text(json, "transport", content.transport());
        text(json, "principal", content.principal());
        text(json, "user", content.user());
        text(json, "actor", content.actor());
        text(json, "conversation", content.conversation());
        text(json, "operation", content.operation());
        json.number("code", content.code());
        text(json, "reason", content.reason());
        if (content.replayed()) {
            json.yes("replayed");
        }
        text(json, "alarm", content.alarm());
        json.number("micros", content.micros());
        json.number("attempts", content.attempts());
        text(json, "endpoint", content.endpoint());
        person(json, content);
        json.end();
    }

    private static void person(LineJson json, AuditRecord content) {
        if (!content.customer().isEmpty() || !content.arguments().isEmpty()) {
            json.begin("person");
            text(json, "customer", content.customer());
            text(json, "arguments", content.arguments(), ARGUMENTS_LIMIT);
            json.end();
        }
    }

    private static void text(LineJson json, String name, String value) {
        text(json, name, value, TEXT_LIMIT);
    }

    private static void text(LineJson json, String name, String value, int limit) {
        if (!value.isEmpty()) {
            json.text(name, value, limit);
        }
    }

    /** The record of a payload. What it does not know it passes over. */
    AuditRecord read(Line line) throws IOException {
        RecordFields fields = new RecordFields();
        try (JsonParser json = JSON.createParser(line.bytes(), line.from(), line.payloadLength())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("person")) {
                    person(json, fields);
                } else {
                    fields.take(name, json, times);
                }
            }
        }
        return fields.toRecord();
    }

    private void person(JsonParser json, RecordFields fields) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            fields.take(name, json, times);
        }
    }

    /** The number of a record's payload, which stands first in it. */
    static long sequence(Line line) throws IOException {
        try (JsonParser json = JSON.createParser(line.bytes(), line.from(), line.payloadLength())) {
            json.nextToken();
            if (!"n".equals(json.nextFieldName())) {
                throw new IOException("a line of the audit has no number");
            }
            return json.nextLongValue(-1);
        }
    }
}
