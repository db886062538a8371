package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Secret;
import io.switchboard.connector.testkit.Answer;
import io.switchboard.connector.testkit.ConnectorContract;
import io.switchboard.connector.testkit.FakeHub;
import io.switchboard.connector.testkit.Someone;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every connector should pass, and what this one does. */
class ${className}Test extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new ${className}(120, 1000, Secret.of(""));
    }

    @Override
    protected Optional<String> arguments(String operation) {
        return Optional.of(operation.equals("balance.add") ? "{'customerId': 'C-1001', 'amount': 50}" : "{'customerId': 'C-1001'}");
    }

    @Test
    void whatIsAddedIsThereAndAddedOnce() {
        try (FakeHub hub = FakeHub.with(connector())) {
            var chatbot = hub.as(Someone.customer("C-1001"));
            assertEquals(170, chatbot.key("k1").call("balance.add", "{'amount': 50}").json().path("left").asInt());
            assertTrue(chatbot.key("k1").call("balance.add", "{'amount': 50}").replayed());
            assertEquals(170, chatbot.call("balance.get").json().path("left").asInt());
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        try (FakeHub hub = FakeHub.with(connector())) {
            var chatbot = hub.as(Someone.customer("C-1001"));
            assertEquals(List.of("amount"), chatbot.call("balance.add", "{'amount': 0}").arguments());
            Answer tooMuch = chatbot.call("balance.add", "{'amount': 1001}");
            assertEquals(ErrorCode.CONFLICT, tooMuch.code());
            assertEquals("${artifactId}/too-much", tooMuch.reason());
        }
    }
}
