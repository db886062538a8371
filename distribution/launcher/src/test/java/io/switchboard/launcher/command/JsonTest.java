package io.switchboard.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void valuesAreRead() {
        assertEquals(
                Map.of("a", Arrays.asList(new BigDecimal("-1.5e3"), true, null, "x\"\\/é\n中"), "b", Map.of()),
                Json.read(" {\"a\": [-1.5e3,true,null,\"x\\\"\\\\\\/\\u00e9\\n中\"], \"b\":{} } "));
        assertEquals(List.of(), Json.read("[]"));
    }

    @Test
    void whatIsQuotedIsReadBack() {
        String odd = "a\"b\\c\n\u0001é\ud83d\ude00";
        assertEquals(odd, Json.read(Json.quote(odd)));
    }

    @Test
    void nothingElsePasses() {
        for (String wrong : List.of(
                "",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "01",
                "1 2",
                "tru",
                "\"\n\"",
                "\"\\x\"",
                "\"\\u12\"",
                "{a:1}",
                "[1 2]",
                "\"",
                "-",
                "1".repeat(200),
                "[".repeat(100))) {
            assertThrows(IllegalArgumentException.class, () -> Json.read(wrong), wrong);
        }
        assertEquals(Map.of(), Json.object("<html>"));
        assertEquals(Map.of(), Json.object("[]"));
    }
}
