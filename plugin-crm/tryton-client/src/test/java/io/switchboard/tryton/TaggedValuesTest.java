package io.switchboard.tryton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.connector.ConnectorException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Over what a Tryton 6.0 answered, as it was recorded. */
class TaggedValuesTest {
    private static final String SALES = """
            [{"state":"processing","currency":1,"shipment_state":"sent","number":"2",
            "sale_date":{"__class__":"date","year":2026,"month":11,"day":22},"party":2,"id":2,
            "write_date":{"__class__":"datetime","year":2026,"month":11,"day":22,"hour":5,"minute":52,"second":40,"microsecond":434108},
            "total_amount":{"__class__":"Decimal","decimal":"59.50"},"currency.":{"code":"USD","id":1},"payment_term":null,
            "actions.":[{"result":"sale.sale,5","id":2}],"country.":null}]
            """;

    @Test
    void readsWhatTrytonWrites() throws Exception {
        Row sale = Row.rows(TaggedValues.parse(SALES.getBytes(StandardCharsets.UTF_8)))
                .get(0);
        assertEquals(2, sale.id());
        assertEquals(Optional.of(LocalDate.of(2026, 11, 22)), sale.date("sale_date"));
        assertEquals(Optional.of(Instant.parse("2026-11-22T05:52:40.434108Z")), sale.instant("write_date"));
        assertEquals(Optional.of(new BigDecimal("59.50")), sale.decimal("total_amount"));
        assertEquals(Optional.of("USD"), sale.row("currency").orElseThrow().text("code"));
        assertEquals(Optional.of("sale.sale,5"), sale.rows("actions").get(0).text("result"));
        assertEquals(Optional.empty(), sale.number("payment_term"));
        assertEquals(Optional.empty(), sale.row("country"));
    }

    @Test
    void refusesWhatIsOfAnotherKind() throws Exception {
        Row sale = Row.rows(TaggedValues.parse(SALES.getBytes(StandardCharsets.UTF_8)))
                .get(0);
        assertThrows(ConnectorException.class, () -> sale.decimal("number"));
        assertThrows(ConnectorException.class, () -> sale.instant("sale_date"));
        assertThrows(ConnectorException.class, () -> sale.text("missing"));
        assertThrows(ConnectorException.class, () -> sale.text("currency"));
        assertThrows(ConnectorException.class, () -> Row.rows(TaggedValues.encode(Map.of())));
    }

    @Test
    void writesWhatTrytonReads() {
        JsonNode written = TaggedValues.encode(List.of(
                new BigDecimal("5.0000"),
                LocalDate.of(2026, 12, 31),
                Instant.parse("2026-11-22T05:00:00.000001Z"),
                Map.of("with_refund", false)));
        assertEquals(
                "[{\"__class__\":\"Decimal\",\"decimal\":\"5.0000\"},"
                        + "{\"__class__\":\"date\",\"year\":2026,\"month\":12,\"day\":31},"
                        + "{\"__class__\":\"datetime\",\"year\":2026,\"month\":11,\"day\":22,\"hour\":5,\"minute\":0,\"second\":0,"
                        + "\"microsecond\":1},{\"with_refund\":false}]",
                written.toString());
    }

    @Test
    void aPatternMeansNothingButItself() {
        assertEquals("50\\% of a\\_b\\\\", Clause.literal("50% of a_b\\"));
    }
}
