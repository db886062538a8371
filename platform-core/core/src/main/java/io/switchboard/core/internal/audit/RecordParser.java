package io.switchboard.core.internal.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.switchboard.core.audit.AuditRecord;
import io.switchboard.core.audit.AuditRecord.Person;
import java.io.IOException;

/**
 * Reads the records that {@link RecordCodec} wrote, and those of before, whose {@code person} stood in clear. What it does not know it
 * passes over. For one reading.
 */
final class RecordParser {
    private static final JsonFactory JSON = new JsonFactory();

    private final TimeText times = new TimeText();
    private final PersonReader persons;

    RecordParser(PersonReader persons) {
        this.persons = persons;
    }

    AuditRecord read(Line line) throws IOException {
        RecordFields fields = new RecordFields();
        try (JsonParser json = JSON.createParser(line.bytes(), line.from(), line.payloadLength())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("person")) {
                    members(json, fields);
                } else {
                    fields.take(name, json, times);
                }
            }
        }
        if (!fields.key().isEmpty()) {
            unseal(fields);
        }
        return fields.toRecord();
    }

    private void unseal(RecordFields fields) throws IOException {
        PersonReader.Opened opened = persons.open(fields.key(), fields.sealed());
        fields.person(opened.person());
        if (opened.person() == Person.SHOWN) {
            try (JsonParser json = JSON.createParser(opened.json())) {
                json.nextToken();
                members(json, fields);
            }
        }
    }

    private void members(JsonParser json, RecordFields fields) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            fields.take(name, json, times);
        }
    }
}
