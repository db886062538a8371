package io.switchboard.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A collector that is configured while the hub runs gets a span for each call. */
@ExtendWith(SharedHub.class)
class SpansIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    private final HubProcess hub;

    SpansIT(HubProcess hub) {
        this.hub = hub;
    }

    private static Optional<JsonNode> span(SpanCollector collector) throws IOException {
        for (String body : collector.bodies()) {
            for (JsonNode span : new ObjectMapper().readTree(body).at("/resourceSpans/0/scopeSpans/0/spans")) {
                if (span.path("traceId").asText().equals(TRACE)) {
                    return Optional.of(span);
                }
            }
        }
        return Optional.empty();
    }

    @Test
    void aCallIsASpanOfItsCallersTrace() throws Exception {
        try (SpanCollector collector = new SpanCollector(hub)) {
            Caller chatbot = hub.chatbot();
            Await.until("a span arrives", () -> {
                chatbot.get("/api/crm/v1/customers/C-1001", "traceparent", "00-" + TRACE + "-" + PARENT + "-01")
                        .ok();
                return span(collector).isPresent();
            });
            JsonNode span = span(collector).orElseThrow();
            assertEquals(PARENT, span.path("parentSpanId").asText());
            assertEquals("crm.v1.customer.get", span.path("name").asText());
            assertFalse(String.join("", collector.bodies()).contains("C-1001"), "no span names a customer");
        }
    }
}
