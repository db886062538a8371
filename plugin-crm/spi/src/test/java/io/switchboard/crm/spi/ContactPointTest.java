package io.switchboard.crm.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactPointTest {
    @ParameterizedTest
    @CsvSource({
        "13800001001, 13800001001",
        "138 0000-1001, 13800001001",
        "+86 138 0000 1001, 13800001001",
        "0086-13800001001, 13800001001",
        "(021) 6888 0000, 02168880000",
        "+44 7700 900123, +447700900123",
        "0044 7700 900123, +447700900123"
    })
    void spellingsOfANumberAreOne(String written, String key) {
        assertEquals(key, ContactPoint.phone(written).key());
    }

    @Test
    void doesNotTellItsValue() {
        assertFalse(ContactPoint.email("Li@Example.com").toString().contains("xample"));
        assertEquals("li@example.com", ContactPoint.email(" Li@Example.com ").key());
    }
}
