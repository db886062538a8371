package io.switchboard.core.internal.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.switchboard.core.audit.AuditMeasure;
import java.io.IOException;
import java.time.Instant;

/** Reads of the records that {@link RecordCodec} wrote what is counted, and passes over the rest. For one reading. */
final class MeasureParser {
    private static final JsonFactory JSON = new JsonFactory();

    private final TimeText times = new TimeText();

    AuditMeasure read(Line line) throws IOException {
        Instant time = Instant.EPOCH;
        String operation = "";
        int code = 0;
        long micros = 0;
        try (JsonParser json = JSON.createParser(line.bytes(), line.from(), line.payloadLength())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "time" -> time = times.parse(json.getText());
                    case "operation" -> operation = json.getText();
                    case "code" -> code = json.getIntValue();
                    case "micros" -> micros = json.getLongValue();
                    default -> json.skipChildren();
                }
            }
        }
        return new AuditMeasure(time, operation, code, micros);
    }
}
