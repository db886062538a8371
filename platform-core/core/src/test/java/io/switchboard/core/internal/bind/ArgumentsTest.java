package io.switchboard.core.internal.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"1e2147483648", "1e400", "\"1e3\"", "\"+5\"", "\"٣\"", "\" 5\"", "\"5.\"", "\".5\"", "\"0x1\""})
    void refusesNumbersThatAreNone(String number) {
        assertEquals(List.of("price:type"), Bound.operation("order").faults("{\"price\":" + number + "}"));
        assertEquals(List.of("number:type"), Bound.operation("order").faults("{\"number\":" + number + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5.0", "\"-5\"", "\"5.00\"", "5e0"})
    void takesNumbersAsNumbersOrAsStrings(String number) {
        assertEquals(
                List.of(), Bound.operation("order").faults("{\"price\":" + number + ",\"number\":" + number + "}"));
    }

    @Test
    void refusesTextsThatCannotBeMatched() {
        String deep = "{\"code\":\"" + "ab".repeat(4_000) + "\",\"slow\":\"ac\"}";
        String slow = "{\"code\":\"ab\",\"slow\":\"" + "a".repeat(60) + "\"}";

        assertEquals(List.of("code:pattern"), Bound.operation("coded").faults(deep));
        assertEquals(List.of("slow:pattern"), Bound.operation("coded").faults(slow));
        assertEquals(List.of(), Bound.operation("coded").faults("{\"code\":\"ab\",\"slow\":\"aaac\"}"));
    }

    @Test
    void refusesHalvesOfCharacters() {
        assertEquals(
                List.of("code:value"),
                Bound.operation("search").faults("{\"code\":\"a\\ud83d\",\"notes\":{\"a\":\"b\"}}"));
    }

    @Test
    void takesOutOfUntrustedTextWhatDeceives() throws Exception {
        Shop.Search search = (Shop.Search) Bound.operation("search")
                .input("{\"note\":\"a\\u202eb\\udb40\\udc49c\",\"notes\":{\"k\\u200b\":\"v\\u200b\"}}");

        assertEquals(Optional.of("abc"), search.note());
        assertEquals(Map.of("k", "v"), search.notes());
        assertEquals(
                List.of("notes.k\u200b:value"),
                Bound.operation("search").faults("{\"notes\":{\"k\":\"1\",\"k\\u200b\":\"2\"}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "argument"})
    void blamesTheCallerForValuesThatARecordRefuses(String how) {
        assertEquals(List.of(":value"), Bound.operation("fussy").faults("{\"how\":\"" + how + "\"}"));
    }

    @Test
    void letsDeclaredFailuresOfARecordThrough() {
        ConnectorException declared = assertThrows(
                ConnectorException.class, () -> Bound.operation("fussy").input("{\"how\":\"declared\"}"));

        assertEquals(ErrorCode.CONFLICT, declared.code());
    }

    @Test
    void blamesTheConnectorForWhatElseARecordThrows() {
        Bound fussy = Bound.operation("fussy");

        ConnectorBrokenException broken =
                assertThrows(ConnectorBrokenException.class, () -> fussy.input("{\"how\":\"broken\"}"));
        assertInstanceOf(IllegalStateException.class, broken.getCause());
        assertFalse(String.valueOf(broken.getMessage()).contains("secret"), broken::getMessage);
        assertThrows(ConnectorBrokenException.class, () -> fussy.input("{\"how\":\"error\"}"));
    }

    @Test
    void refusesEmptyAndBlankKeys() {
        Bound item = Bound.operation("item");

        assertEquals(List.of("customerId:length", "item:length"), item.faults("{\"customerId\":\"\",\"item\":\"\"}"));
        assertEquals(
                List.of("customerId:value", "item:value"),
                item.faults("{\"customerId\":\" \",\"item\":\"\\u00a0\\u3000\"}"));
        assertEquals(
                List.of("item:length"), item.faults("{\"customerId\":\"C-1\",\"item\":\"" + "i".repeat(101) + "\"}"));
        assertEquals(List.of(), item.faults("{\"customerId\":\"C-1\",\"item\":\"i 1\"}"));
    }
}
