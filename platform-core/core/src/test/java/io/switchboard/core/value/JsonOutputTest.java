package io.switchboard.core.value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonOutputTest {
    private static String written(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = new JsonOutput(bytes)) {
            out.text(text);
        }
        return bytes.toString(UTF_8);
    }

    @Test
    void writesEmojiAsTheyAre() {
        assertEquals("\"好😀👍🏽\"", written("好😀👍🏽"));
    }

    @Test
    void writesEmojiWhereverTheyFallInLongTexts() throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (int before = 0; before < 9000; before += 1) {
            String text = "a".repeat(before) + "😀好";
            assertEquals(text, json.readTree(written(text)).textValue());
        }
    }

    @Test
    void writesHalfACharacterWithoutFailing() throws IOException {
        for (String half : new String[] {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d"}) {
            assertEquals(
                    half.length(),
                    new ObjectMapper().readTree(written(half)).textValue().length());
        }
    }

    @Test
    void writesCountsAsNumbers() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = new JsonOutput(bytes)) {
            out.number(5_000_000_000L);
        }
        assertEquals("5000000000", bytes.toString(UTF_8));
    }
}
