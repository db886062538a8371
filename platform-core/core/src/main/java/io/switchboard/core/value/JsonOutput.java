package io.switchboard.core.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes values as JSON (RFC 8259) in UTF-8. */
public final class JsonOutput implements ValueOutput, AutoCloseable {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final JsonGenerator json;

    /**
     * Writes to a stream in memory, which is left open. The stream itself throws {@link ValueTooLargeException} where it has an end; the
     * writer keeps some characters back, so it may throw later than at the value that is too much.
     */
    public JsonOutput(OutputStream target) {
        try {
            json = JSON.createGenerator(target);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    /** What stands behind is memory, and does not fail. */
    private static UncheckedIOException unexpected(IOException e) {
        return new UncheckedIOException(e);
    }

    @Override
    public void startRecord() {
        try {
            json.writeStartObject();
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    @Override
    public void endRecord() {
        try {
            json.writeEndObject();
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    @Override
    public void name(String name) {
        try {
            json.writeFieldName(name);
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    @Override
    public void startList() {
        try {
            json.writeStartArray();
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    @Override
    public void endList() {
        try {
            json.writeEndArray();
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    @Override
    public void startMap() {
        try {
            json.writeStartObject();
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    @Override
    public void key(String key) {
        name(key);
    }

    @Override
    public void endMap() {
        try {
            json.writeEndObject();
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    @Override
    public void text(String value) {
        try {
            json.writeString(value);
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    @Override
    public void number(long value) {
        try {
            json.writeNumber(value);
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    @Override
    public void bool(boolean value) {
        try {
            json.writeBoolean(value);
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    /** Writes what is buffered to the stream. */
    @Override
    public void close() {
        try {
            json.close();
        } catch (IOException e) {
            throw unexpected(e);
        }
    }
}
