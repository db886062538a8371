package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.Audience;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.internal.bind.ConnectorBrokenException;
import java.util.Optional;

/** Holds the customer that the arguments name against the one the token is bound to. */
final class BindCustomer implements Step {
    private static final String ME = "me";

    @Override
    public void before(Call call) throws CallFailure {
        Optional<String> named = named(call);
        Optional<String> bound = call.caller().boundCustomer();
        if (call.operation().audience() == Audience.CUSTOMER) {
            if (bound.isPresent() && !bound.equals(named)) {
                call.customer(bound);
                call.alarm("foreign-customer");
                throw CallFailure.of(ErrorCode.CUSTOMER_NOT_FOUND);
            }
            if (named.filter(ME::equals).isPresent()) {
                throw CallFailure.of(
                        ErrorCode.CUSTOMER_REQUIRED,
                        "\"me\" stands for the customer of a bound token, and this token is not bound; name the customer.",
                        "“me” 代表与令牌绑定的客户，而该令牌未绑定客户；请指明客户。");
            }
        }
        call.customer(named);
    }

    private static Optional<String> named(Call call) throws CallFailure {
        try {
            return call.target().operation().customerOf(call.input());
        } catch (ConnectorBrokenException thrown) {
            throw ConnectorFailures.of(call, thrown);
        }
    }
}
