package io.switchboard.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "5, 5.00",
        "1.0, 1.00",
        "-1.5, -1.50",
        "1.2340, 1.234",
        "1.2345670, 1.234567",
        "1E+2, 100.00",
        "0, 0.00",
        "0E+9, 0.00",
        "999999999999999999.999999, 999999999999999999.999999",
    })
    void hasOneForm(String written, String kept) {
        Money money = Money.of(written, "CNY");
        assertEquals(kept, money.amount().toPlainString());
        assertEquals(Money.of(kept, "CNY"), money);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000000000", "0.0000001", "1E+999999999", "1E-999999999", "five", ""})
    void refusesOtherAmounts(String amount) {
        assertThrows(IllegalArgumentException.class, () -> Money.of(amount, "CNY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rmb!", "cny", "CN", "", "C1Y", "ÄÖÜ"})
    void refusesOtherCurrencies(String currency) {
        assertThrows(IllegalArgumentException.class, () -> Money.of("5", currency));
    }
}
