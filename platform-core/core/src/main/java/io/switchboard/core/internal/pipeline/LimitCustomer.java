package io.switchboard.core.internal.pipeline;

import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.Text;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Bounds the calls of one client for one customer: a conversation needs few, a loop many. Safe for use from many threads. */
final class LimitCustomer implements Step {
    private static final Text CUSTOMER =
            new Text("This client calls more often for this customer than the hub allows.", "该客户端针对此客户的调用过于频繁。");

    private final @Nullable Limit limit;

    LimitCustomer(RateBounds bounds, LongSupplier nanoTime) {
        limit = bounds.customerPerMinute() == 0
                ? null
                : new Limit("customer", bounds.customerPerMinute(), Duration.ofMinutes(1), CUSTOMER, nanoTime);
    }

    @Override
    public void before(Call call) throws CallFailure {
        Optional<String> customer = call.customer();
        if (limit != null && customer.isPresent()) {
            limit.admit(call, call.caller().principal().id(), customer.get());
        }
    }
}
