package io.switchboard.ecommerce.internal;

import io.switchboard.connector.Connector;
import io.switchboard.connector.testkit.ConnectorContract;
import io.switchboard.connector.testkit.FakeHub;
import io.switchboard.connector.testkit.Someone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class EcommerceContractTest extends ConnectorContract {
    private final List<Setup> setups = new ArrayList<>();

    /** Each has a quote to be committed. */
    @Override
    protected Connector connector() {
        Setup setup = new Setup();
        setups.add(setup);
        try (FakeHub hub = FakeHub.with(setup.clock, setup.connector)) {
            hub.as(Someone.customer(Setup.CUSTOMER))
                    .call("refund.preview", "{'order': '" + Setup.NOT_SENT + "', 'reason': 'CHANGED_MIND'}")
                    .json();
        }
        return setup.connector;
    }

    @Override
    protected Optional<String> arguments(String operation) {
        return switch (operation) {
            case "refund.commit" -> Optional.of("{'customerId': 'C-1001', 'quoteId': '" + Setup.quoteId(1) + "'}");
            case "refund.get" -> Optional.of("{'customerId': 'C-1001', 'refundId': '" + Setup.quoteId(1) + "'}");
            case "refund.preview" ->
                Optional.of("{'customerId': 'C-1001', 'order': '" + Setup.ARRIVED + "', 'reason': 'DAMAGED'}");
            default -> Optional.empty();
        };
    }

    @AfterEach
    void close() {
        setups.forEach(Setup::close);
    }
}
