package io.switchboard.ecommerce.internal;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.testkit.Asking;
import io.switchboard.connector.testkit.ConnectorContract;
import io.switchboard.connector.testkit.FakeHub;
import io.switchboard.connector.testkit.Someone;
import io.switchboard.ecommerce.internal.TroubledShop.At;
import io.switchboard.ecommerce.spi.Act;
import io.switchboard.ecommerce.spi.LineQuantity;
import io.switchboard.ecommerce.spi.NewReturn;
import io.switchboard.ecommerce.spi.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class EcommerceContractTest extends ConnectorContract {
    private final List<Setup> setups = new ArrayList<>();

    /** Each has a quote to be committed, a refund that waits for a person, and a return that can be withdrawn. */
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
        Order order = setup.order(Setup.IN_TRANSIT);
        NewReturn all =
                new NewReturn(List.of(new LineQuantity(order.lines().get(0).id(), 1)), "");
        setup.shop.orders().openReturn(Setup.CUSTOMER, order.id(), all, new Act("byhand", "desk", Optional.empty()));
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
            case "return.open" ->
                Optional.of("{'customerId': 'C-1001', 'order': '" + Setup.LONG_AGO
                        + "', 'reason': 'DAMAGED', 'wish': 'REPAIR'}");
            case "return.withdraw" ->
                Optional.of("{'customerId': 'C-1001', 'order': '" + Setup.IN_TRANSIT + "', 'returnId': 'embedded~2'}");
            case "refund.settle" -> Optional.of("{'refundId': '" + Setup.quoteId(2) + "', 'outcome': 'ABANDONED'}");
            default -> Optional.empty();
        };
    }

    @AfterEach
    void close() {
        setups.forEach(Setup::close);
    }
}
