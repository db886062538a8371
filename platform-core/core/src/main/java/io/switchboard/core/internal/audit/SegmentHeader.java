package io.switchboard.core.internal.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * What the first line of a segment says; it is a link of the chain itself. Immutable.
 *
 * @param node the node that writes
 * @param segment the segment's number, from 1 without gaps
 * @param opened when it was begun
 * @param records how many records stand in the segments before it
 * @param continues the chain's value before this line
 */
record SegmentHeader(String node, long segment, Instant opened, long records, String continues) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int FORMAT = 1;

    void write(LineBuffer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("audit", FORMAT);
            json.writeStringField("node", node);
            json.writeNumberField("segment", segment);
            json.writeStringField("opened", opened.toString());
            json.writeNumberField("records", records);
            json.writeStringField("continues", continues);
            json.writeEndObject();
        }
    }

    static SegmentHeader read(Line line) throws IOException {
        int format = 0;
        String node = "";
        long segment = 0;
        Instant opened = Instant.EPOCH;
        long records = 0;
        String continues = Chain.START;
        try (JsonParser json = JSON.createParser(line.bytes(), line.from(), line.payloadLength())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "audit" -> format = json.getIntValue();
                    case "node" -> node = json.getText();
                    case "segment" -> segment = json.getLongValue();
                    case "opened" -> opened = Instant.parse(json.getText());
                    case "records" -> records = json.getLongValue();
                    case "continues" -> continues = json.getText();
                    default -> json.skipChildren();
                }
            }
        } catch (DateTimeParseException e) {
            throw new IOException("a segment's header has no time", e);
        }
        if (format != FORMAT || !continues.matches("[0-9a-f]{64}")) {
            throw new IOException("not the header of an audit segment");
        }
        return new SegmentHeader(node, segment, opened, records, continues);
    }
}
