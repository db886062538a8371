package io.switchboard.ecommerce.tryton.internal.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartsTest {
    private static List<BigDecimal> decimals(String... texts) {
        return Stream.of(texts).map(BigDecimal::new).toList();
    }

    @Test
    void whatAddsUpStays() {
        assertEquals(
                decimals("337.87", "291.54"), Parts.of(new BigDecimal("629.41"), decimals("337.8700", "291.5400"), 2));
    }

    @Test
    void aDiscountIsSharedAndNothingIsLostByRounding() {
        assertEquals(decimals("3.33", "3.34", "3.33"), Parts.of(new BigDecimal("10.00"), decimals("5", "5", "5"), 2));
    }

    @Test
    void whatIsForNothingCostsNothing() {
        assertEquals(decimals("0.00", "10.00"), Parts.of(new BigDecimal("10.00"), decimals("0", "7"), 2));
        assertEquals(decimals("0.00"), Parts.of(new BigDecimal("10.00"), decimals("0"), 2));
        assertEquals(decimals("7", "3"), Parts.of(new BigDecimal("10"), decimals("2", "1"), 0));
    }
}
