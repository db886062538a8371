package io.switchboard.core.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is JSON, whatever a caller sends. */
class LineJsonTest {
    private final LineBuffer line = new LineBuffer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "C-1001",
                "{\"note\":\"a \\\\ b\"}",
                "tab\tline\nreturn\rnull\0delete\u007F",
                "李明轩 ñ é ÿ \u0080 \u07FF \u0800 \uFFFF",
                "pair \uD83D\uDE00",
                "half \uD83D",
                "other half \uDE00 and on"
            })
    void givesBackEveryText(String text) throws IOException {
        LineJson json = new LineJson(line);
        json.text("text", text, 100);
        json.end();
        assertEquals(text, written().path("text").asText());
    }

    @Test
    void writesMembersOfAllKinds() throws IOException {
        LineJson json = new LineJson(line);
        json.number("least", Long.MIN_VALUE);
        json.yes("yes");
        json.begin("inner");
        json.text("cut", "abcdef", 3);
        json.end();
        json.number("last", 1);
        json.end();
        assertEquals(
                "{\"least\":-9223372036854775808,\"yes\":true,\"inner\":{\"cut\":\"abc\"},\"last\":1}",
                written().toString());
    }

    private JsonNode written() throws IOException {
        return new ObjectMapper().readTree(line.array(), 0, line.length());
    }
}
