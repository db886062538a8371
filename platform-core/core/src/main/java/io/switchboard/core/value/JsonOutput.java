package io.switchboard.core.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes values as JSON (RFC 8259) in UTF-8. */
public final class JsonOutput implements ValueOutput, AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    /** Writes to a stream in memory, which is left open. */
    public JsonOutput(OutputStream target) {
        try {
            json = JSON.createGenerator(target);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }

    private static void io(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void startRecord() {
        io(json::writeStartObject);
    }

    @Override
    public void endRecord() {
        io(json::writeEndObject);
    }

    @Override
    public void name(String name) {
        io(() -> json.writeFieldName(name));
    }

    @Override
    public void startList() {
        io(json::writeStartArray);
    }

    @Override
    public void endList() {
        io(json::writeEndArray);
    }

    @Override
    public void startMap() {
        io(json::writeStartObject);
    }

    @Override
    public void key(String key) {
        name(key);
    }

    @Override
    public void endMap() {
        io(json::writeEndObject);
    }

    @Override
    public void text(String value) {
        io(() -> json.writeString(value));
    }

    @Override
    public void number(int value) {
        io(() -> json.writeNumber(value));
    }

    @Override
    public void bool(boolean value) {
        io(() -> json.writeBoolean(value));
    }

    /** Writes what is buffered to the stream. */
    @Override
    public void close() {
        io(json::close);
    }
}
