package io.switchboard.rest.internal.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.connector.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {
    @ParameterizedTest
    @CsvSource({
        "/cards/*, ext.cards",
        "/Loyalty-Cards/v1/list, ext.loyalty.cards.v1.list",
        "/*, ext",
        "*.jpg, ext.jpg",
        "/, ext"
    })
    void itGoesByANameThatLimitsCanHave(String pattern, String name) {
        assertEquals(name, Door.name(pattern));
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_ARGUMENTS",
        "404, NOT_FOUND",
        "418, INVALID_ARGUMENTS",
        "429, RATE_LIMITED",
        "500, CONNECTOR_FAULT",
        "503, BUSY"
    })
    void everyStatusHasACode(int status, ErrorCode code) {
        assertEquals(code, Visit.code(status));
    }
}
