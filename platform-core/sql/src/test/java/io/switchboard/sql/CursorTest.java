package io.switchboard.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where pages end. */
class CursorTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.000000007Z");

    private static Page<Long> page(List<Long> rows, int limit) {
        return Cursor.page(rows, limit, id -> new Cursor(NOON, id));
    }

    @Test
    void isReadAsItWasWritten() {
        Cursor cursor = new Cursor(NOON, 42);
        assertEquals(cursor, Cursor.parse(cursor.toString()));
        Cursor farthest = new Cursor(Instant.ofEpochSecond(999_999_999_999L, 999_999_999), 999_999_999_999_999_999L);
        assertEquals(farthest, Cursor.parse(farthest.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2",
                "1.2:",
                "-1.0:1",
                "1.0:-1",
                "1.0:1 ",
                "1000000000000.0:1",
                "1.0:1000000000000000000"
            })
    void anythingElseIsTheCallersMistake(String text) {
        ConnectorException failure = assertThrows(ConnectorException.class, () -> Cursor.parse(text));
        assertEquals(ErrorCode.INVALID_ARGUMENTS, failure.code());
        assertEquals(List.of("cursor"), failure.members());
    }

    @Test
    void pageWithMoreBehindItEndsAtItsLastRow() {
        assertEquals(
                Page.of(List.of(1L, 2L), Optional.of(new Cursor(NOON, 2).toString())), page(List.of(1L, 2L, 3L), 2));
    }

    @Test
    void lastPageSaysSo() {
        assertEquals(Page.last(List.of(1L, 2L)), page(List.of(1L, 2L), 2));
        assertEquals(Page.last(List.of()), page(List.of(), 2));
    }
}
