package io.switchboard.connector.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import org.junit.jupiter.api.Test;

class HttpAnswerTest {

    @Test
    void textIsInTheCharacterSetThatTheBackendNames() {
        assertEquals(
                "é",
                answer("text/plain; charset=\"iso-8859-1\"", "é".getBytes(ISO_8859_1))
                        .text());
        assertEquals("张", answer("application/json", "张".getBytes(UTF_8)).text());
    }

    @Test
    void bytesThatAreNoTextAreTheBackendsFault() {
        var garbled = answer("application/json", new byte[] {'{', (byte) 0xff});
        assertEquals(
                ErrorCode.BACKEND_FAILED,
                assertThrows(ConnectorException.class, garbled::text).code());
        var unheardOf = answer("text/plain; charset=klingon", new byte[0]);
        assertEquals(
                ErrorCode.BACKEND_FAILED,
                assertThrows(ConnectorException.class, unheardOf::text).code());
    }

    @Test
    void headersAreFoundInWhateverCase() {
        var answer = answer("Application/JSON ; charset=utf-8", new byte[3]);
        assertEquals(
                "Application/JSON ; charset=utf-8",
                answer.header("content-type").orElseThrow());
        assertEquals("application/json", answer.mediaType());
        assertEquals("HttpAnswer[200, 3 bytes of application/json]", answer.toString());
    }

    private static HttpAnswer answer(String contentType, byte[] body) {
        return HttpAnswer.builder(200)
                .header("Content-Type", contentType)
                .body(body)
                .build();
    }
}
