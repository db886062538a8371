package io.switchboard.ecommerce.internal;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.testkit.Asking;
import io.switchboard.connector.testkit.ConnectorContract;
import io.switchboard.connector.testkit.FakeHub;
import io.switchboard.connector.testkit.Someone;
import io.switchboard.ecommerce.internal.TroubledShop.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class EcommerceContractTest extends ConnectorContract {
    private final List<Setup> setups = new ArrayList<>();

    /** Each has a quote to be committed, and a refund that waits for a person. */
    @Override
    protected Connector connector() {
        Setup setup = new Setup();
        setups.add(setup);
        try (FakeHub hub = FakeHub.with(setup.clock, setup.connector)) {
            Asking customer = hub.as(Someone.customer(Setup.CUSTOMER));
            offer(customer, Setup.NOT_SENT);
            offer(customer, Setup.ARRIVED);
            setup.orders.fail(At.BEFORE_CREDIT, ErrorCode.CONFLICT);
            setup.orders.fail(At.BEFORE_WITHDRAWAL, ErrorCode.CONFLICT);
            customer.key("stuck")
                    .call("refund.commit", "{'quoteId': '" + Setup.quoteId(2) + "'}")
                    .json();
            setup.orders.calm();
        }
        return setup.connector;
    }

    private static void offer(Asking customer, String order) {
        customer.call("refund.preview", "{'order': '" + order + "', 'reason': 'CHANGED_MIND'}")
                .json();
    }

    @Override
    protected Optional<String> arguments(String operation) {
        return switch (operation) {
            case "refund.commit" -> Optional.of("{'customerId': 'C-1001', 'quoteId': '" + Setup.quoteId(1) + "'}");
            case "refund.get" -> Optional.of("{'customerId': 'C-1001', 'refundId': '" + Setup.quoteId(1) + "'}");
            case "refund.preview" ->
                Optional.of("{'customerId': 'C-1001', 'order': '" + Setup.NOT_SENT + "', 'reason': 'DAMAGED'}");
            case "refund.settle" -> Optional.of("{'refundId': '" + Setup.quoteId(2) + "', 'outcome': 'ABANDONED'}");
            default -> Optional.empty();
        };
    }

    @AfterEach
    void close() {
        setups.forEach(Setup::close);
    }
}
