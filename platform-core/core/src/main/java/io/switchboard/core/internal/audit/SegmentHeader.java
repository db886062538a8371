package io.switchboard.core.internal.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What the first line of a segment says; it is a link of the chain itself. Immutable.
 *
 * @param format how its records are written: 1 names persons in clear, 2 seals them under their own keys
 * @param node the node that writes
 * @param segment the segment's number, from 1 without gaps
 * @param opened when it was begun
 * @param records how many records stand in the segments before it
 * @param continues the chain's value before this line
 */
record SegmentHeader(int format, String node, long segment, Instant opened, long records, String continues) {
    private static final JsonFactory JSON = new JsonFactory();
    static final int FORMAT = 2;
    private static final int OLDEST_FORMAT = 1;

    /** Whether records may still be added to such a segment. */
    boolean isCurrent() {
        return format == FORMAT;
    }

    void write(LineBuffer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("audit", format);
            json.writeStringField("node", node);
            json.writeNumberField("segment", segment);
            json.writeStringField("opened", opened.toString());
            json.writeNumberField("records", records);
            json.writeStringField("continues", continues);
            json.writeEndObject();
        }
    }

    /** That of a file; empty where it has none that can be read. */
    static Optional<SegmentHeader> of(Path file) throws IOException {
        try (LineReader lines = LineReader.open(file, 0, Files.size(file))) {
            Line first = lines.next();
            return first != null && first.intact() ? Optional.of(read(first)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
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
        if (format < OLDEST_FORMAT || format > FORMAT || !continues.matches("[0-9a-f]{64}")) {
            throw new IOException("not the header of an audit segment");
        }
        return new SegmentHeader(format, node, segment, opened, records, continues);
    }
}
