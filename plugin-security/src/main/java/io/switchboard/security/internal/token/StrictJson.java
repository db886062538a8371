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
final class StrictJson extends AbstractDeserializer<Map<String, ?>> {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(new TypeReference<Map<String, Object>>() {});

    @Override
    protected Map<String, ?> doDeserialize(Reader reader) throws IOException {
        return READER.readValue(reader);
    }
}
