package io.switchboard.tryton.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Tagged values, written out anew, so that a mistake of the client's own is found. */
public final class FakeValues {
    private FakeValues() {}

    /** A date and time as Tryton writes it. */
    public static ObjectNode dateTime(Instant instant) {
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        return FakeModels.JSON
                .createObjectNode()
                .put("__class__", "datetime")
                .put("year", time.getYear())
                .put("month", time.getMonthValue())
                .put("day", time.getDayOfMonth())
                .put("hour", time.getHour())
                .put("minute", time.getMinute())
                .put("second", time.getSecond())
                .put("microsecond", time.getNano() / 1000);
    }

    /** A decimal as Tryton writes it. */
    public static ObjectNode decimal(String text) {
        return FakeModels.JSON.createObjectNode().put("__class__", "Decimal").put("decimal", text);
    }

    static Instant instant(JsonNode node) {
        return OffsetDateTime.of(
                        node.path("year").asInt(),
                        node.path("month").asInt(),
                        node.path("day").asInt(),
                        node.path("hour").asInt(),
                        node.path("minute").asInt(),
                        node.path("second").asInt(),
                        node.path("microsecond").asInt() * 1000,
                        ZoneOffset.UTC)
                .toInstant();
    }

    static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return Long.compare(one.asLong(), other.asLong());
        }
        return switch (one.path("__class__").asText()) {
            case "datetime" -> instant(one).compareTo(instant(other));
            case "Decimal" ->
                new BigDecimal(one.path("decimal").asText())
                        .compareTo(new BigDecimal(other.path("decimal").asText()));
            default -> one.asText().compareTo(other.asText());
        };
    }
}
