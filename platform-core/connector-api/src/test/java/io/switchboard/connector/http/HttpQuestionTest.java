package io.switchboard.connector.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Secret;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpQuestionTest {

    @Test
    void whatCallersGiveStaysWithinItsPlace() {
        HttpQuestion question = HttpQuestion.get("/issues/{id}.json", "../7?x=1#/张")
                .query("updated on", ">=2026&a=b")
                .query("limit", 100)
                .build();
        assertEquals(
                "/issues/..%2F7%3Fx%3D1%23%2F%E5%BC%A0.json?updated%20on=%3E%3D2026%26a%3Db&limit=100",
                question.target());
        assertEquals("GET /issues/{id}.json", question.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void anIdThatNoPathCanCarryNamesNothing(String id) {
        var failure = assertThrows(ConnectorException.class, () -> HttpQuestion.get("/members/{id}", id));
        assertEquals(ErrorCode.NOT_FOUND, failure.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"members", "//other.example.com/", "/a/../b", "/a b", "/a?b=c", "/{id}/x", "/a\r\nHost: b"})
    void aPathThatIsNoneIsRefused(String path) {
        assertThrows(IllegalArgumentException.class, () -> HttpQuestion.get(path));
    }

    @Test
    void moreValuesThanPlacesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> HttpQuestion.get("/members", "7"));
    }

    @Test
    void onlyReadsAreRepeatableByThemselves() {
        assertTrue(HttpQuestion.get("/a").build().repeatable());
        assertTrue(HttpQuestion.of("HEAD", "/a").build().repeatable());
        assertFalse(HttpQuestion.post("/a").build().repeatable());
        assertFalse(HttpQuestion.put("/a").build().repeatable());
        assertFalse(HttpQuestion.delete("/a").build().repeatable());
        assertTrue(HttpQuestion.put("/a").repeatable().build().repeatable());
        assertFalse(HttpQuestion.put("/a").repeatable().build().reads());
        assertTrue(HttpQuestion.post("/search").reads().build().repeatable());
    }

    @Test
    void jsonSaysWhatItIsAndWhatItWants() {
        HttpQuestion question = HttpQuestion.post("/a").json("{}").accept(422).build();
        assertEquals(
                Map.of("Content-Type", "application/json", "Accept", "application/json"),
                question.headers().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().reveal())));
        assertEquals(2, question.body().orElseThrow().remaining());
        assertTrue(question.accepts(422) && question.accepts(204));
        assertFalse(question.accepts(404) || question.accepts(302));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "traceparent", "a b", ""})
    void headersOfTheClientAreRefused(String name) {
        assertThrows(
                IllegalArgumentException.class, () -> HttpQuestion.get("/a").header(name, "x"));
    }

    @Test
    void aHeaderWithALineBreakIsRefusedWithoutTellingIt() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> HttpQuestion.get("/a").header("X-Key", Secret.of("s3cret\r\nX-Admin: 1")));
        assertFalse(refused.toString().contains("s3cret"), refused.toString());
    }
}
