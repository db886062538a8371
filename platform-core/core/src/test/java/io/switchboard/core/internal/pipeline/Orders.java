package io.switchboard.core.internal.pipeline;

import static io.switchboard.connector.Audience.CUSTOMER;
import static io.switchboard.connector.Effect.READ;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.CustomerId;
import io.switchboard.connector.Describe;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Owner;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Has rows of customers: {@code o-1} is C-1's, {@code o-2} C-2's. Asked for {@code o-hang} or {@code o-broken} it cannot tell whose it is. */
@ConnectorType(id = "orders", version = 1, title = "Orders", zh = "订单")
@Describe(en = "What customers ordered.", zh = "客户的订单。")
public final class Orders implements Connector {
    private static final Map<String, String> OWNERS = Map.of("o-1", "C-1", "o-2", "C-2");

    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger told = new AtomicInteger();
    final CountDownLatch hanging = new CountDownLatch(1);

    record Find(@CustomerId String customerId, String orderId) {}

    record Order(@Owner String customerId) {}

    @Operation(
            id = "order.get",
            http = "GET /customers/{customerId}/orders/{orderId}",
            effect = READ,
            audience = CUSTOMER,
            scope = "orders.read",
            deadline = "PT2S")
    @Describe(en = "One order.", zh = "查询订单。")
    @Fails(code = ErrorCode.NOT_FOUND)
    Order get(Find find) {
        if (!find.customerId().equals(OWNERS.get(find.orderId()))) {
            throw ConnectorException.of(ErrorCode.NOT_FOUND).ownedBy(() -> ownerOf(find.orderId()));
        }
        return new Order(find.customerId());
    }

    private Optional<String> ownerOf(String orderId) {
        asked.incrementAndGet();
        try {
            if (orderId.equals("o-broken")) {
                throw new IllegalStateException("the system is away");
            }
            if (orderId.equals("o-hang")) {
                hanging.await();
            }
            return Optional.ofNullable(OWNERS.get(orderId));
        } catch (InterruptedException e) {
            throw ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE).causedBy(e);
        } finally {
            told.incrementAndGet();
        }
    }
}
