package io.switchboard.security.internal.token;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jsonwebtoken.io.AbstractDeserializer;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;

/** Reads the JSON of a token: one object and nothing behind it, no member twice (RFC 8725, 2.4). */
public final class StrictJson extends AbstractDeserializer<Map<String, ?>> {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(new TypeReference<Map<String, Object>>() {});

    /** For a parser. */
    public StrictJson() {}

    /** The members of an object in UTF-8. */
    public static Map<String, Object> object(byte[] json) throws IOException {
        Map<String, Object> members = READER.readValue(json);
        if (members == null) {
            throw new IOException("null in place of an object");
        }
        return members;
    }

    @Override
    protected Map<String, ?> doDeserialize(Reader reader) throws IOException {
        return READER.readValue(reader);
    }
}
