package io.switchboard.core.internal.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.internal.audit.key.CustomerKey;
import io.switchboard.core.internal.audit.key.CustomerKeys;
import java.io.IOException;

/**
 * Writes audit records as the payloads of lines. What is empty is left out. What names a customer stands apart, sealed under the key of
 * that customer: that part alone becomes unreadable when the key is erased. Of a call about no customer it stands in {@code person} in
 * clear, for there is no key that it could be under. For the audit's writer.
 */
final class RecordCodec {
    private static final JsonFactory JSON = new JsonFactory();
    /** Texts are cut there, so that a line has an end; the hub's own are far shorter. */
    private static final int TEXT_LIMIT = 1_000;

    private static final int ARGUMENTS_LIMIT = 64_000;

    private final TimeText times = new TimeText();
    private final PersonSeal seal = new PersonSeal();
    private final LineBuffer plain = new LineBuffer();
    private final CustomerKeys keys;

    RecordCodec(CustomerKeys keys) {
        this.keys = keys;
    }

    /**
     * Adds a payload to the buffer.
     *
     * @throws IOException when a customer's key cannot be found or made
     */
    void write(long sequence, AuditRecord content, LineBuffer out) throws IOException {
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

    private void person(LineJson json, AuditRecord content) throws IOException {
        if (!content.customer().isEmpty()) {
            CustomerKey key = keys.of(content.customer());
            plain.cut(0);
            LineJson person = new LineJson(plain);
            personal(person, content);
            person.end();
            json.text("key", key.ref(), TEXT_LIMIT);
            json.ascii("sealed", seal.seal(key, plain));
        } else if (!content.conversation().isEmpty() || !content.arguments().isEmpty()) {
            json.begin("person");
            personal(json, content);
            json.end();
        }
    }

    private static void personal(LineJson json, AuditRecord content) {
        text(json, "customer", content.customer());
        text(json, "conversation", content.conversation());
        text(json, "arguments", content.arguments(), ARGUMENTS_LIMIT);
    }

    private static void text(LineJson json, String name, String value) {
        text(json, name, value, TEXT_LIMIT);
    }

    private static void text(LineJson json, String name, String value, int limit) {
        if (!value.isEmpty()) {
            json.text(name, value, limit);
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
